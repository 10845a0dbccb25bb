import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/unit-of-work';

/** What hangs on a person who is about to leave; asked then alone. */
@Injectable()
export class DutiesOfPeople {
  /** Keeps a watch, or started work that goes on. */
  async atWork(tx: Tx, userId: string): Promise<boolean> {
    const rows = await tx.query(
      `select 1 from permits where watcher_id = $1 and state in ('active', 'suspended', 'fire_watch')
       union all select 1 from jobs where started_by = $1 and state in ('reserved', 'running') limit 1`,
      [userId],
    );
    return rows.length > 0;
  }

  /** Permits that are not over and name them as watcher. */
  async openPermits(tx: Tx, userId: string): Promise<number> {
    const [row] = await tx.query<{ open: number }>(
      `select count(*)::int as open from permits
       where fire_watch_id = $1 and state not in ('closed', 'rejected', 'cancelled', 'expired')`,
      [userId],
    );
    return row?.open ?? 0;
  }

  /** Grids that they look after on a day, or will. */
  async openGrids(tx: Tx, userId: string, day: string): Promise<number> {
    const [row] = await tx.query<{ open: number }>(
      `select count(distinct grid_code)::int as open from grid_people
       where user_id = $1 and (until_on is null or until_on > $2)`,
      [userId, day],
    );
    return row?.open ?? 0;
  }
}
