import { Injectable } from '@nestjs/common';
import type { Instant } from '../../kernel/time';
import { Journal } from '../../platform/audit/journal';
import type { Caller } from '../../platform/auth/caller';
import type { Tx } from '../../platform/database/unit-of-work';
import { Ids } from '../../platform/time/ids';
import { CodeRegistry } from '../registry/code-registry';
import type { DraftContent } from './draft-content';
import { DraftStore } from './draft.store';
import { PermitLoader, type Loaded } from './permit-loader';
import { PermitNews } from './permit-news';
import { PermitRecordStore } from './permit-record.store';

export interface Origin {
  readonly extendsId: string | null;
  readonly copiedFrom: string | null;
}

/** Makes drafts: new ones, copies, extensions. */
@Injectable()
export class Drafts {
  constructor(
    private readonly drafts: DraftStore,
    private readonly codes: CodeRegistry,
    private readonly loader: PermitLoader,
    private readonly records: PermitRecordStore,
    private readonly news: PermitNews,
    private readonly journal: Journal,
    private readonly ids: Ids,
  ) {}

  async make(tx: Tx, caller: Caller, content: DraftContent, origin: Origin, at: Instant): Promise<Loaded> {
    const id = this.ids.next(at);
    const code = await this.codes.issue(tx, 'permit', id, at);
    const number = await this.drafts.nextNumber(tx, content.regionCode, at);
    const { extendsId, copiedFrom } = origin;
    await this.drafts.insert(tx, { ...content, id, code, number, applicantId: caller.userId, extendsId }, at);
    const made = await this.loader.find(tx, id, at);
    if (!made) throw new Error(`permit ${id} vanished within its transaction`);
    const detail = { regime: content.regime, ...(extendsId && { extendsId }), ...(copiedFrom && { copiedFrom }) };
    await this.records.addHistory(
      tx,
      id,
      { command: 'create', fromState: null, toState: 'draft', byUser: caller.userId, byName: caller.name, detail },
      at,
    );
    await this.journal.record(
      tx,
      caller,
      at,
      [
        {
          action: 'permit.created',
          entity: 'permit',
          entityId: id,
          regionCode: content.regionCode,
          after: auditedDraft(content, detail),
        },
      ],
      [await this.news.changed(tx, made.permit, made.rules, 'create', at)],
    );
    return made;
  }
}

/** Without the occupier's phone, which is sealed. */
export const auditedDraft = (
  { occupierPhoneSealed: _sealed, ...content }: DraftContent,
  detail: Readonly<Record<string, unknown>> = {},
): unknown => ({ ...content, ...detail });
