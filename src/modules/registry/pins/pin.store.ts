import { Injectable } from '@nestjs/common';
import type { Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';
import { WelderPinRow } from '../../../schema/registry/welder-pin.row';

/** PINs, one a user. Read under the system's scope only: nobody lists them. */
@Injectable()
export class PinStore {
  /** Null: none is set. */
  async setAt(tx: Tx, userId: string): Promise<Instant | null> {
    return (await tx.rows(WelderPinRow).findOne({ where: { userId } }))?.setAt ?? null;
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
    await tx.rows(WelderPinRow).update({ userId }, { wrongAt: [...wrongAt] });
  }
}
