import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { GridDuty } from '../../../domain/regions/grid';
import type { Ring } from '../../../domain/sites/site-area';
import type { Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';
import { GridPersonRow } from '../../../schema/regions/grid-person.row';
import { GridRow } from '../../../schema/regions/grid.row';

export interface Grid extends Readonly<GridRow> {
  readonly outline: Ring | null;
}

export interface GridPost extends Readonly<GridPersonRow> {
  readonly duty: GridDuty;
}

type GridChanges = Partial<Pick<Grid, 'name' | 'duties' | 'outline'>>;

@Injectable()
export class GridStore {
  /** False where a grid of this village has the name, or somebody took the code meanwhile. */
  insert(tx: Tx, grid: Grid): Promise<boolean> {
    return tx.rows(GridRow).insertNew(grid);
  }

  async lastCodeOf(tx: Tx, regionCode: string): Promise<string | null> {
    const question = { where: { regionCode }, order: { code: 'DESC' }, take: 1 } as const;
    return (await tx.rows(GridRow).find(question))[0]?.code ?? null;
  }

  lock(tx: Tx, code: string): Promise<Grid | null> {
    const lock = { mode: 'pessimistic_write' } as const;
    return tx.rows(GridRow).findOne({ where: { code }, lock }) as Promise<Grid | null>;
  }

  nameTaken(tx: Tx, regionCode: string, name: string): Promise<boolean> {
    return tx.rows(GridRow).existsBy({ regionCode, name, closedAt: IsNull() });
  }

  async change(tx: Tx, { code, version }: Grid, changes: GridChanges): Promise<void> {
    await tx.rows(GridRow).update({ code }, { ...changes, version: version + 1 });
  }

  async close(tx: Tx, { code, version }: Grid, closedBy: string, closedAt: Instant): Promise<void> {
    await tx.rows(GridRow).update({ code }, { closedBy, closedAt, version: version + 1 });
  }

  /** False where the person serves there in that time already, or the grid has a leader then. */
  appoint(tx: Tx, post: GridPost): Promise<boolean> {
    return tx.rows(GridPersonRow).insertNew(post);
  }

  postsOf(tx: Tx, gridCode: string): Promise<GridPost[]> {
    const question = { where: { gridCode }, order: { id: 'DESC' as const } };
    return tx.rows(GridPersonRow).find(question) as Promise<GridPost[]>;
  }

  postsOfPerson(tx: Tx, userId: string): Promise<GridPost[]> {
    const lock = { mode: 'pessimistic_write' } as const;
    const question = { where: { userId }, order: { id: 'ASC' as const }, lock };
    return tx.rows(GridPersonRow).find(question) as Promise<GridPost[]>;
  }

  /** A post that has not begun is over before its first day. */
  async end(tx: Tx, { id, fromOn }: GridPost, day: string): Promise<void> {
    await tx.rows(GridPersonRow).update({ id }, { untilOn: fromOn > day ? fromOn : day });
  }
}
