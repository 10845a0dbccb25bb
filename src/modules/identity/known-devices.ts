import { Injectable } from '@nestjs/common';
import type { Instant } from '../../kernel/time';
import { Sealer } from '../../platform/database/sealer';
import type { Tx } from '../../platform/database/unit-of-work';
import { networkOf } from '../../platform/http/network';
import { LoginDeviceStore, type LoginPlace } from './login-device.store';

/** Where a request to sign in comes from. */
export interface Origin {
  readonly address: string;
  /** Of the cookie that an earlier sign-in left, or new. */
  readonly device: string;
  /** Of its kind, for its owner to read. */
  readonly deviceName: string | null;
}

/** Tells an owner from a stranger before the password is checked. */
@Injectable()
export class KnownDevices {
  constructor(
    private readonly store: LoginDeviceStore,
    private readonly sealer: Sealer,
  ) {}

  known(tx: Tx, userId: string, from: Origin): Promise<'device' | 'address' | null> {
    return this.store.knows(tx, this.placeOf(userId, from));
  }

  remember(tx: Tx, userId: string, from: Origin, at: Instant): Promise<void> {
    return this.store.remember(tx, this.placeOf(userId, from), at);
  }

  /** What the platform keeps of a device: two people at one device show, and the device itself does not. */
  hashOf({ device }: Pick<Origin, 'device'>): string {
    return this.sealer.derive('login.device', device);
  }

  private placeOf(userId: string, { address, device }: Origin): LoginPlace {
    return {
      userId,
      deviceHash: this.hashOf({ device }),
      addressHash: this.sealer.fingerprint('login.address', networkOf(address)),
    };
  }
}
