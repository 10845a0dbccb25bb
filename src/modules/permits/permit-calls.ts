import { Injectable } from '@nestjs/common';
import {
  approvalPlaces,
  emptyPlaces,
  openPlaces,
  placesOf,
  signaturesOfRound,
} from '../../domain/permits/approval-chain';
import type { Instant } from '../../kernel/time';
import { Journal } from '../../platform/audit/journal';
import { systemActor } from '../../platform/auth/caller';
import type { Tx } from '../../platform/database/unit-of-work';
import { Ids } from '../../platform/time/ids';
import type { Loaded } from './permit-loader';
import { PermitNews } from './permit-news';
import { PermitPeople } from './permit-people';
import { PermitRecordStore } from './permit-record.store';
import { PermitStore } from './permit.store';

const TIMER = systemActor('timer');

/** Calls people who are waited for. Nothing on the permit moves by it but the note that they were called. */
@Injectable()
export class PermitCalls {
  constructor(
    private readonly people: PermitPeople,
    private readonly permits: PermitStore,
    private readonly records: PermitRecordStore,
    private readonly news: PermitNews,
    private readonly journal: Journal,
    private readonly ids: Ids,
  ) {}

  async watcherMissing(tx: Tx, loaded: Loaded, at: Instant): Promise<void> {
    const { permit } = loaded;
    this.permits.update(tx, permit.id, { tapMissedAt: at });
    const missed = {
      id: this.ids.next(at),
      kind: 'missed',
      userId: permit.fireWatchId,
      position: null,
      photoId: null,
    } as const;
    this.records.watch(tx, permit.id, missed, at);
    const called = [...(await this.people.safetyOfficersOf(tx, permit)), permit.fireWatchId].filter(
      (one) => one !== null,
    );
    this.tell(tx, 'permit.watch-tap-missed', loaded, called, { place: permit.placeName }, at);
  }

  async approversAsleep(tx: Tx, loaded: Loaded, reminder: 1 | 2, at: Instant): Promise<void> {
    const { permit } = loaded;
    const approvers = await this.waitedFor(tx, loaded, at);
    const heads =
      permit.enterpriseId === null || reminder === 1 ? [] : await this.people.leadersOf(tx, permit.enterpriseId);
    this.permits.update(tx, permit.id, { reminders: reminder });
    const called = reminder === 1 ? approvers : heads.map(({ id }) => id);
    this.tell(tx, 'permit.approval-overdue', loaded, called, { reminder, approvers }, at);
  }

  /** Whose turn it is to sign; once all have signed, who may issue it. */
  private async waitedFor(tx: Tx, { permit, rules }: Loaded, at: Instant): Promise<string[]> {
    if (permit.state === 'approved') {
      const safety = await this.people.safetyOfficersOf(tx, permit);
      const last = signaturesOfRound(permit).at(-1);
      return [...new Set([...safety, ...(last ? [last.userId] : [])])].filter((id) => id !== permit.applicantId);
    }
    const open = openPlaces(approvalPlaces(permit, rules), signaturesOfRound(permit));
    return this.people.signersAt(tx, permit, open, at);
  }

  async signaturesOwed(tx: Tx, loaded: Loaded, at: Instant): Promise<void> {
    const { permit, rules } = loaded;
    const left = emptyPlaces(placesOf(rules.chain), signaturesOfRound(permit));
    const owing = await this.people.signersAt(tx, permit, left, at);
    this.permits.update(tx, permit.id, { countersignOverdueAt: at });
    this.tell(tx, 'permit.countersign-overdue', loaded, owing, { missing: left.map(({ roles }) => roles) }, at);
  }

  private tell(
    tx: Tx,
    type: string,
    { permit }: Loaded,
    userIds: readonly string[],
    data: Record<string, unknown>,
    at: Instant,
  ): void {
    this.journal.record(
      tx,
      TIMER,
      at,
      [{ action: type, entity: 'permit', entityId: permit.id, regionCode: permit.regionCode, after: data }],
      [this.news.event(type, permit, userIds, data)],
    );
  }
}
