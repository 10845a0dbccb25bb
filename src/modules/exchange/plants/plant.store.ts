import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { PapersHeld } from '../../../domain/exchange/paper-order';
import type { Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';
import { ExchangeKeyRow } from '../../../schema/exchange/exchange-key.row';
import { ExchangePaperRow } from '../../../schema/exchange/exchange-paper.row';

export interface PlantKey extends Readonly<Omit<ExchangeKeyRow, 'jwk'>> {
  readonly jwk: Readonly<Record<string, unknown>>;
}

/** The keys of plants, and the papers that they have signed. */
@Injectable()
export class PlantStore {
  /** One paper of a plant after the other. */
  async oneAtATime(tx: Tx, partnerId: string): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('exchange papers ' || $1, 0))`, [partnerId]);
  }

  /** Null where it was never given, or was taken away. */
  keyInUse(tx: Tx, partnerId: string, kid: string): Promise<PlantKey | null> {
    const where = { partnerId, kid, revokedAt: IsNull() };
    return tx.rows(ExchangeKeyRow).findOne({ where });
  }

  keys(tx: Tx, partnerId: string): Promise<PlantKey[]> {
    return tx.rows(ExchangeKeyRow).find({ where: { partnerId }, order: { addedAt: 'ASC', kid: 'ASC' } });
  }

  /** False where the plant has a key of this name. */
  insertKey(tx: Tx, key: ExchangeKeyRow): Promise<boolean> {
    return tx.rows(ExchangeKeyRow).insertNew(key);
  }

  async revokeKey(tx: Tx, partnerId: string, kid: string, revokedBy: string, revokedAt: Instant): Promise<boolean> {
    const where = { partnerId, kid, revokedAt: IsNull() };
    return (await tx.rows(ExchangeKeyRow).update(where, { revokedBy, revokedAt })) > 0;
  }

  async held(tx: Tx, partnerId: string, number: string, version: number): Promise<PapersHeld & PermitOfPapers> {
    const [row] = await tx.query<PapersHeld & PermitOfPapers>(
      `select coalesce(max(p.version), 0) as last, min(p.permit_id) as "permitId",
         coalesce(min(p.version) filter (where not exists (select 1 from exchange_papers n
           where n.partner_id = p.partner_id and n.number = p.number and n.version = p.version + 1)), 0) + 1 as next,
         max(p.hash) filter (where p.version = $3) as hash
       from exchange_papers p where p.partner_id = $1 and p.number = $2`,
      [partnerId, number, version],
    );
    return row!;
  }

  async keep(tx: Tx, paper: ExchangePaperRow): Promise<void> {
    await tx.rows(ExchangePaperRow).insert(paper);
  }
}

interface PermitOfPapers {
  readonly permitId: string | null;
}
