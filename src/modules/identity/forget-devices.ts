import { Injectable } from '@nestjs/common';
import type { Instant } from '../../kernel/time';
import type { Tx } from '../../platform/database/unit-of-work';

/** Devices that nobody has signed in on for long. */
@Injectable()
export class ForgetDevices {
  async execute(tx: Tx, before: Instant, most: number): Promise<number> {
    const gone = await tx.query(
      `delete from login_devices where (user_id, device_hash) in
         (select user_id, device_hash from login_devices where last_at < $1 limit $2) returning 1`,
      [new Date(before), most],
    );
    return gone.length;
  }
}
