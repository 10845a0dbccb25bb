import { Injectable } from '@nestjs/common';
import { otherWork } from '../../../domain/permits/amendment';
import { conflict, forbidden, notFound, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import type { Instant } from '../../../kernel/time';
import { Journal } from '../../../platform/audit/journal';
import type { Caller } from '../../../platform/auth/caller';
import type { Request } from '../../../platform/auth/request';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork, type Tx } from '../../../platform/database/unit-of-work';
import { versionStale } from '../../../platform/http/version';
import { DraftContents, type DraftContent } from './draft-content';
import { DraftStore } from './draft.store';
import { auditedDraft } from './draft-writer';
import { PermitDetails } from '../page/permit-detail';
import type { PermitView } from '../page/permit-detail.dto';
import type { DraftPermitRequest } from './draft.dto';
import { PermitLoader } from '../permit-loader';
import type { StoredPermit } from '../stored-permit';

/** The applicant fills in a draft or a returned permit again. `version` is the one they read. */
@Injectable()
export class ChangeDraft {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly loader: PermitLoader,
    private readonly contents: DraftContents,
    private readonly drafts: DraftStore,
    private readonly details: PermitDetails,
    private readonly journal: Journal,
  ) {}

  async execute(
    request: Request,
    id: string,
    version: number | null,
    filledIn: DraftPermitRequest,
  ): Promise<Result<PermitView, Refusal>> {
    const { caller, at } = request;
    return this.uow.run(systemScope('change-draft'), async (tx) => {
      const loaded = await this.loader.lockFor(tx, caller, id, at);
      if (!loaded) return refused(notFound('permit.not-found'));
      const objection = notEditable(loaded.permit, caller, version);
      if (objection) return refused(objection);
      const content = await this.contents.read(tx, caller, filledIn, at);
      if (!content.ok) return content;
      const other = await this.otherThanExtended(tx, loaded.permit, content.value, at);
      if (other) return refused(other);
      this.drafts.change(tx, id, content.value);
      const { permit } = loaded;
      this.journal.record(tx, caller, at, [
        {
          action: 'permit.draft-changed',
          entity: 'permit',
          entityId: id,
          regionCode: content.value.regionCode,
          before: { version: permit.version, plannedStart: permit.plannedStart, plannedEnd: permit.plannedEnd },
          after: auditedDraft(content.value),
        },
      ]);
      const after = await this.loader.find(tx, id, at);
      if (!after) throw new Error(`permit ${id} vanished within its transaction`);
      return ok(await this.details.showPermit({ ...request, tx }, after));
    });
  }

  private async otherThanExtended(
    tx: Tx,
    { extendsId }: StoredPermit,
    content: DraftContent,
    at: Instant,
  ): Promise<Refusal | null> {
    const original = extendsId === null ? null : await this.loader.find(tx, extendsId, at);
    return original && otherWork(original.permit, content);
  }
}

/** Nothing on a permit that is on its way is edited: a change of content is a new permit. */
function notEditable(permit: StoredPermit, { userId }: Caller, version: number | null): Refusal | null {
  if (permit.applicantId !== userId) return forbidden('permit.applicant-only');
  if (permit.state !== 'draft' && permit.state !== 'returned') return conflict('permit.not-editable');
  return version !== null && version !== permit.version ? versionStale(permit.version) : null;
}
