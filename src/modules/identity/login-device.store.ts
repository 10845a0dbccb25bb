import { Injectable } from '@nestjs/common';
import type { Instant } from '../../kernel/time';
import type { Tx } from '../../platform/database/unit-of-work';
import { LoginDeviceRow } from '../../schema/identity/login-device.row';

const MOST_DEVICES = 20;

export type LoginPlace = Readonly<Pick<LoginDeviceRow, 'userId' | 'deviceHash' | 'addressHash'>>;

/** Where a user signed in before: keyed hashes of the browser's cookie and of the address. */
@Injectable()
export class LoginDeviceStore {
  async knows(tx: Tx, { userId, deviceHash, addressHash }: LoginPlace): Promise<'device' | 'address' | null> {
    const [row] = await tx.prepared<{ device: boolean }>(
      `select device_hash = $2 as device from login_devices
       where user_id = $1 and (device_hash = $2 or address_hash = $3) order by device desc limit 1`,
      [userId, deviceHash, addressHash],
    );
    if (!row) return null;
    return row.device ? 'device' : 'address';
  }

  /** The oldest make room: who owns more browsers than this waits like anybody else on those. */
  async remember(tx: Tx, { userId, deviceHash, addressHash }: LoginPlace, at: Instant): Promise<void> {
    await tx.query(
      `insert into login_devices (user_id, device_hash, address_hash, last_at) values ($1, $2, $3, $4)
       on conflict (user_id, device_hash) do update set address_hash = excluded.address_hash, last_at = excluded.last_at`,
      [userId, deviceHash, addressHash, new Date(at)],
    );
    await tx.query(
      `delete from login_devices where user_id = $1 and device_hash in
         (select device_hash from login_devices where user_id = $1 order by last_at desc, device_hash offset $2)`,
      [userId, MOST_DEVICES],
    );
  }
}
