import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import type { DrawnPair } from '../../../domain/inspections/draw';
import type { DrawList } from '../../../domain/inspections/draw-list';
import type { InspectionKind } from '../../../domain/inspections/inspection-life-cycle';
import type { Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';
import type { PageQuery } from '../../../platform/http/page';
import { DrawCommitmentRow } from '../../../schema/inspections/draw-commitment.row';
import { InspectionDrawRow } from '../../../schema/inspections/inspection-draw.row';
import type { DrawState } from './draw.dto';

export interface StoredDraw extends Readonly<Omit<InspectionDrawRow, 'list' | 'pairs'>> {
  readonly kind: InspectionKind;
  readonly state: DrawState;
  readonly list: DrawList;
  readonly pairs: readonly DrawnPair[] | null;
}

export type VoidDraw = Readonly<Pick<InspectionDrawRow, 'id' | 'name' | 'publishedAt'>>;

/** A region cut a little differently is no other region. */
const OVERLAP = '(starts_with(d.region_code, v.region_code) or starts_with(v.region_code, d.region_code))';

@Injectable()
export class DrawStore {
  insert(tx: Tx, draw: StoredDraw): Promise<void> {
    return tx.rows(InspectionDrawRow).insert(draw);
  }

  async find(tx: Tx, id: string): Promise<StoredDraw | null> {
    return (await tx.rows(InspectionDrawRow).findOne({ where: { id } })) as StoredDraw | null;
  }

  /** One part after the other. */
  async lock(tx: Tx, id: string): Promise<StoredDraw | null> {
    const lock = { mode: 'pessimistic_write' } as const;
    return (await tx.rows(InspectionDrawRow).findOne({ where: { id }, lock })) as StoredDraw | null;
  }

  async list(tx: Tx, { cursor, limit }: PageQuery): Promise<StoredDraw[]> {
    const where = cursor ? { id: LessThan(cursor) } : {};
    return (await tx.rows(InspectionDrawRow).find({ where, order: { id: 'DESC' }, take: limit + 1 })) as StoredDraw[];
  }

  async change(tx: Tx, id: string, changes: Partial<Omit<StoredDraw, 'list'>>): Promise<void> {
    await tx.rows(InspectionDrawRow).update({ id }, changes);
  }

  commitments(tx: Tx, drawId: string): Promise<DrawCommitmentRow[]> {
    return tx.rows(DrawCommitmentRow).find({ where: { drawId }, order: { place: 'ASC' } });
  }

  commit(tx: Tx, commitment: DrawCommitmentRow): Promise<boolean> {
    return tx.rows(DrawCommitmentRow).insertNew(commitment);
  }

  /** A value that was told in another draw is known: whoever commits to it again chooses the seed of the other. */
  isHashUsed(tx: Tx, hash: string): Promise<boolean> {
    return tx.rows(DrawCommitmentRow).existsBy({ hash });
  }

  /** A draw that came to nothing because of this officer, and since then none of a region that overlaps its own came through. */
  async hasLeftUnrevealed(tx: Tx, officerId: string): Promise<boolean> {
    const rows = await tx.query(
      `select 1 from draw_commitments c join inspection_draws v on v.id = c.draw_id
       where c.officer_id = $1 and c.value is null and v.state = 'void'
         and (select count(*) from draw_commitments x where x.draw_id = v.id) = 2 and not exists (
         select 1 from inspection_draws d where d.state = 'drawn' and d.settled_at > v.settled_at and ${OVERLAP}) limit 1`,
      [officerId],
    );
    return rows.length > 0;
  }

  /** What was tried before a draw and came to nothing, since the last one of an overlapping region that came through. */
  voidBefore(tx: Tx, id: string): Promise<VoidDraw[]> {
    return tx.query<VoidDraw>(
      `select v.id, v.name, v.published_at as "publishedAt" from inspection_draws d join inspection_draws v on v.state = 'void' and v.id < d.id
       where d.id = $1 and ${OVERLAP} and not exists (
         select 1 from inspection_draws b where b.state = 'drawn' and b.id > v.id and b.id < d.id
           and (starts_with(b.region_code, d.region_code) or starts_with(d.region_code, b.region_code)))
       order by v.id desc limit 50`,
      [id],
    );
  }

  async reveal(tx: Tx, drawId: string, place: number, value: string, revealedAt: Instant): Promise<void> {
    await tx.rows(DrawCommitmentRow).update({ drawId, place }, { value, revealedAt });
  }

  /** Draws whose time is over; another process may look at the same moment. */
  async lockOverdue(tx: Tx, at: Instant): Promise<StoredDraw[]> {
    const rows = await tx.query<{ id: string }>(
      `select id from inspection_draws where state in ('published', 'committed') and deadline_at <= $1
       order by id limit 50 for update skip locked`,
      [new Date(at)],
    );
    const draws = [];
    for (const { id } of rows) draws.push((await this.find(tx, id))!);
    return draws;
  }
}
