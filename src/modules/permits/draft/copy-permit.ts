import { Injectable } from '@nestjs/common';
import { notFound, type Refusal } from '../../../kernel/refusal';
import { refused, type Result } from '../../../kernel/result';
import { MINUTE, type Instant } from '../../../kernel/time';
import type { Request } from '../../../platform/auth/request';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { EarlierPermit, type NewTime } from './earlier-permit';
import { CreateDraft } from './create-draft';
import type { PermitView } from '../page/permit-detail.dto';
import type { CopyPermitRequest } from './draft.dto';
import { PermitLoader } from '../permit-loader';
import type { StoredPermit } from '../stored-permit';
import { PermitStore } from '../permit.store';

/** Copies a permit into a new draft for today; `submit` also submits it, so a repeated small job takes two taps. */
@Injectable()
export class CopyPermit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly permits: PermitStore,
    private readonly loader: PermitLoader,
    private readonly earlier: EarlierPermit,
    private readonly drafts: CreateDraft,
  ) {}

  async execute(request: Request, id: string, wanted: CopyPermitRequest): Promise<Result<PermitView, Refusal>> {
    const { caller, at } = request;
    return this.uow.attempt(systemScope('copy-permit'), async (tx) => {
      const source = await this.permits.findFor(tx, caller, id, at);
      if (!source) return refused(notFound('permit.not-found'));
      const copy = this.earlier.asRequest(source, this.timeOf(source, wanted, at), at);
      const permit = { draft: copy, submit: wanted.submit === true, copiedFrom: id };
      return this.drafts.createDraft({ ...request, tx }, permit);
    });
  }

  /** From now for as long as before, as far as the rules of today allow. */
  private timeOf(source: StoredPermit, { plannedStart, plannedEnd }: CopyPermitRequest, at: Instant): NewTime {
    if (plannedEnd !== undefined) return { plannedStart, plannedEnd };
    const { longestMs } = this.loader.rulesAt({ ...source, level: source.proposedLevel }, at);
    const length = Math.min(source.plannedEnd - source.plannedStart, longestMs);
    return { plannedStart, minutes: Math.max(1, Math.floor(length / MINUTE)) };
  }
}
