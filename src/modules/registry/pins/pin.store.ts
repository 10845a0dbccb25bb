import { Injectable } from '@nestjs/common';
import type { Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';

export interface KnownPin {
  readonly userId: string;
  readonly regionCode: string;
  readonly pinHash: string;
  readonly wrongAt: readonly Instant[];
}

interface PinRow {
  readonly user_id: string;
  readonly region_code: string;
  readonly pin_hash: string;
  readonly wrong_at: Instant[];
}

/** PINs, one a user. Read under the system's scope only: nobody lists them. */
@Injectable()
export class PinStore {
  /** Locked, so that guesses at the same moment are all counted. An account that was disabled vouches for nobody. */
  async ofWelder(tx: Tx, welderId: string): Promise<KnownPin | null> {
    const [row] = await tx.query<PinRow>(
      `select p.user_id, w.region_code, p.pin_hash, p.wrong_at
       from welder_pins p join users u on u.id = p.user_id join welders w on w.id = u.welder_id
       where u.welder_id = $1 and u.disabled_at is null for update of p`,
      [welderId],
    );
    return row
      ? {
          userId: row.user_id,
          regionCode: row.region_code,
          pinHash: row.pin_hash,
          wrongAt: row.wrong_at.map((at) => at),
        }
      : null;
  }

  /** Null: none is set. */
  async setAt(tx: Tx, userId: string): Promise<Instant | null> {
    const [row] = await tx.query<{ set_at: Instant }>('select set_at from welder_pins where user_id = $1', [userId]);
    return row?.set_at ?? null;
  }

  /** A new PIN rests no more: whoever set it has just shown who they are. */
  async save(tx: Tx, userId: string, pinHash: string, at: Instant): Promise<void> {
    await tx.query(
      `insert into welder_pins (user_id, pin_hash, set_at) values ($1, $2, $3)
       on conflict (user_id) do update set pin_hash = excluded.pin_hash, set_at = excluded.set_at, wrong_at = '{}'`,
      [userId, pinHash, new Date(at)],
    );
  }

  async keepWrong(tx: Tx, userId: string, wrongAt: readonly Instant[]): Promise<void> {
    await tx.query('update welder_pins set wrong_at = $2 where user_id = $1', [
      userId,
      wrongAt.map((at) => new Date(at)),
    ]);
  }
}
