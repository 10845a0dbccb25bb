import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work';
import { ForgetCards } from '../../certificates/forget-cards';
import { ForgetCollected } from '../../collection/subjects/forget-collected';
import { ForgetExchanged } from '../../exchange/take/forget-exchanged';
import { ForgetRows } from '../../imports/forget-rows';
import { ForgetRegistrations } from '../../registrations/forget-registrations';
import { ForgetAttendances } from '../../training/sessions/forget-attendances';
import { EraseDeeds, type PersonTraces } from './erase-deeds';

/** The records of a forgotten person: each feature erases its own, and what has to stay stands under the pseudonym. */
@Injectable()
export class EraseRecords {
  constructor(
    private readonly cards: ForgetCards,
    private readonly registrations: ForgetRegistrations,
    private readonly collected: ForgetCollected,
    private readonly rows: ForgetRows,
    private readonly attendances: ForgetAttendances,
    private readonly exchanged: ForgetExchanged,
    private readonly deeds: EraseDeeds,
  ) {}

  /** How many cards there were. */
  async erase(tx: Tx, traces: PersonTraces, pseudonym: string): Promise<number> {
    const { userIds, welderIds } = traces;
    const cardIds = await this.cards.erase(tx, welderIds);
    await this.registrations.erase(tx, { userIds, welderIds }, pseudonym);
    await this.collected.erase(tx, welderIds);
    await this.rows.erase(tx, [...welderIds, ...cardIds], pseudonym);
    await this.exchanged.erase(tx, traces, [...welderIds, ...cardIds]);
    await this.attendances.erase(tx, welderIds);
    await this.deeds.erase(tx, traces, pseudonym);
    return cardIds.length;
  }
}
