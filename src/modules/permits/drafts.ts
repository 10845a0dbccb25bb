import { Injectable } from '@nestjs/common';
import type { Instant } from '../../kernel/time';
import { Journal } from '../../platform/audit/journal';
import type { Caller } from '../../platform/auth/caller';
import type { Tx } from '../../platform/database/unit-of-work';
import type { DraftContent } from './draft-content';
import { DraftStore, type NewDraft } from './draft.store';
import { PermitLoader, type Loaded } from './permit-loader';
import { PermitNews } from './permit-news';
import { PermitRecordStore } from './permit-record.store';

/** A draft to be written, and where it comes from. */
export interface DraftedPermit extends NewDraft {
  readonly copiedFrom: string | null;
}

/** Writes new drafts. */
@Injectable()
export class Drafts {
  constructor(
    private readonly drafts: DraftStore,
    private readonly loader: PermitLoader,
    private readonly records: PermitRecordStore,
    private readonly news: PermitNews,
    private readonly journal: Journal,
  ) {}

  async write(tx: Tx, caller: Caller, draft: DraftedPermit, at: Instant): Promise<Loaded> {
    const { id, extendsId, copiedFrom, ...content } = draft;
    this.drafts.insert(tx, draft, at);
    const made = await this.loader.find(tx, id, at);
    if (!made) throw new Error(`permit ${id} vanished within its transaction`);
    const detail = { regime: draft.regime, ...(extendsId && { extendsId }), ...(copiedFrom && { copiedFrom }) };
    const entry = { command: 'create', fromState: null, toState: 'draft', detail } as const;
    this.records.addHistory(tx, id, { ...entry, byUser: caller.userId, byName: caller.name }, at);
    this.journal.record(
      tx,
      caller,
      at,
      [
        {
          action: 'permit.created',
          entity: 'permit',
          entityId: id,
          regionCode: draft.regionCode,
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
