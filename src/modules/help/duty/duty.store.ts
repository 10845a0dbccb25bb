import { Injectable } from '@nestjs/common';
import { In, LessThan, LessThanOrEqual, MoreThan } from 'typeorm';
import type { DutyShift } from '../../../domain/help/duty-shift';
import { lineage } from '../../../kernel/region-code';
import type { Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';
import { DutyShiftRow } from '../../../schema/help/duty-shift.row';

@Injectable()
export class DutyStore {
  async insert(tx: Tx, { from, to, ...shift }: DutyShift, createdBy: string, at: Instant): Promise<void> {
    await tx.rows(DutyShiftRow).insert({ ...shift, fromAt: from, toAt: to, createdBy, createdAt: at });
  }

  /** Rosters of one region are kept one change after the other. */
  async takeTurn(tx: Tx, regionCode: string): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('duty roster of ' || $1, 0))`, [regionCode]);
  }

  /** Another one of the same region that has a part of this time. */
  async overlapping(tx: Tx, { regionCode, from, to }: Omit<DutyShift, 'id'>): Promise<DutyShift | null> {
    const where = { regionCode, fromAt: LessThan(to), toAt: MoreThan(from) };
    const row = await tx.rows(DutyShiftRow).findOne({ where });
    return row && toShift(row);
  }

  async lock(tx: Tx, id: string): Promise<DutyShift | null> {
    const row = await tx.rows(DutyShiftRow).findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
    return row && toShift(row);
  }

  async endAt(tx: Tx, id: string, at: Instant): Promise<void> {
    await tx.rows(DutyShiftRow).update({ id }, { toAt: at });
  }

  async remove(tx: Tx, id: string): Promise<void> {
    await tx.rows(DutyShiftRow).delete({ id });
  }

  /** Those that go on or are to come, the last one that was entered first. */
  async list(tx: Tx, at: Instant, { limit, cursor }: { limit: number; cursor?: string }): Promise<DutyShift[]> {
    const where = { toAt: MoreThan(at), ...(cursor !== undefined && { id: LessThan(cursor) }) };
    const rows = await tx.rows(DutyShiftRow).find({ where, order: { id: 'DESC' }, take: limit + 1 });
    return rows.map(toShift);
  }

  /** On duty for a place: in its own region and in those above it. */
  async around(tx: Tx, regionCode: string, at: Instant): Promise<DutyShift[]> {
    const where = { regionCode: In(lineage(regionCode)), fromAt: LessThanOrEqual(at), toAt: MoreThan(at) };
    return (await tx.rows(DutyShiftRow).find({ where })).map(toShift);
  }
}

const toShift = ({ id, regionCode, name, phone, fromAt, toAt }: DutyShiftRow): DutyShift => ({
  ...{ id, regionCode, name, phone },
  ...{ from: fromAt, to: toAt },
});
