import { Injectable } from '@nestjs/common';
import { namedPeople } from '../../../domain/permits/steps/audience';
import type { Recipient } from '../../../domain/permits/steps/step';
import type { Instant } from '../../../kernel/time';
import { Journal } from '../../../platform/audit/journal';
import type { Actor } from '../../../platform/auth/caller';
import type { Tx } from '../../../platform/database/unit-of-work';
import type { DraftContent } from './draft-content';
import { DraftStore, type NewDraft } from './draft.store';
import { PermitLoader, type Loaded } from '../permit-loader';
import { PermitAudience, permitEvent } from '../people/audience';
import { PermitRecordStore } from '../steps/permit-record.store';

/** A draft to be written, and where it comes from. */
export interface DraftedPermit extends NewDraft {
  readonly copiedFrom: string | null;
}

/** Writes new drafts. */
@Injectable()
export class DraftWriter {
  constructor(
    private readonly drafts: DraftStore,
    private readonly loader: PermitLoader,
    private readonly records: PermitRecordStore,
    private readonly audience: PermitAudience,
    private readonly journal: Journal,
  ) {}

  async writeDraft(tx: Tx, actor: Actor, draft: DraftedPermit, at: Instant): Promise<Loaded> {
    const { id, extendsId, copiedFrom, plant, ...content } = draft;
    const detail = {
      regime: draft.regime,
      ...(extendsId && { extendsId }),
      ...(copiedFrom && { copiedFrom }),
      ...(plant && { plant }),
    };
    const entry = { command: 'create', fromState: null, toState: 'draft', detail } as const;
    const inserted = this.drafts.insert(tx, draft, at);
    this.records.addHistory(tx, id, { ...entry, byUser: actor.userId, byName: actor.name }, at);
    const [permit, userIds] = await Promise.all([inserted, this.audience.usersOf(tx, draftRecipients(draft), at)]);
    const { regionCode } = permit;
    const after = auditedDraft(content, detail);
    this.journal.record(
      tx,
      actor,
      at,
      [{ action: 'permit.created', entity: 'permit', entityId: id, regionCode, after }],
      [permitEvent('permit.changed', permit, userIds, { state: permit.state, command: 'create' })],
    );
    return { permit, rules: this.loader.rulesFor(permit, at) };
  }
}

/** A draft waits for no signature. */
const draftRecipients = (draft: NewDraft): Recipient[] => [
  namedPeople(draft),
  { kind: 'concerned', welderIds: draft.welderIds, roles: [], parties: [] },
];

/** Without the occupier's phone, which is sealed. */
export const auditedDraft = (
  { occupierPhoneSealed: _sealed, occupierPhoneHash: _hash, ...content }: DraftContent,
  detail: Readonly<Record<string, unknown>> = {},
): unknown => ({ ...content, ...detail });
