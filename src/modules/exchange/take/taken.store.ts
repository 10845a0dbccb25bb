import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { ExchangeKind } from '../../../domain/exchange/exchange-kinds';
import type { Tx } from '../../../platform/database/unit-of-work';
import { ExchangeTakenRow } from '../../../schema/exchange/exchange-taken.row';

export interface Taken extends Readonly<ExchangeTakenRow> {
  readonly kind: ExchangeKind;
}

/** What other platforms sent to us, each under its sender's id. */
@Injectable()
export class TakenStore {
  /** Nobody else takes the same one until the commit, also where it never came before. */
  async lock(tx: Tx, partnerId: string, kind: ExchangeKind, theirId: string): Promise<Taken | null> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('exchange ' || $1 || ' ' || $2 || ' ' || $3, 0))`, [
      partnerId,
      kind,
      theirId,
    ]);
    return tx.rows(ExchangeTakenRow).findOne({ where: { partnerId, kind, theirId } }) as Promise<Taken | null>;
  }

  async keep(tx: Tx, taken: Taken): Promise<void> {
    const { partnerId, kind, theirId } = taken;
    if (await tx.rows(ExchangeTakenRow).insertNew(taken)) return;
    await tx.rows(ExchangeTakenRow).update({ partnerId, kind, theirId }, taken);
  }

  async drop(tx: Tx, partnerId: string, kind: ExchangeKind, theirId: string): Promise<void> {
    await tx.rows(ExchangeTakenRow).delete({ partnerId, kind, theirId });
  }

  waitingAbout(tx: Tx, entityIds: readonly string[]): Promise<Taken[]> {
    return tx.rows(ExchangeTakenRow).find({ where: { entityId: In([...entityIds]), verdict: 'waiting' } }) as Promise<
      Taken[]
    >;
  }
}
