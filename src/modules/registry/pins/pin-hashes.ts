import { Injectable } from '@nestjs/common';
import { Sealer } from '../../../platform/database/sealer';
import { PasswordHasher } from '../../identity/password-hasher';

/** Hashed like a password, after a keyed hash: six digits alone would soon be found by whoever took the table. */
@Injectable()
export class PinHashes {
  constructor(
    private readonly passwords: PasswordHasher,
    private readonly sealer: Sealer,
  ) {}

  hash(userId: string, pin: string): Promise<string> {
    return this.passwords.hash(this.keyed(userId, pin));
  }

  matches(userId: string, pin: string, stored: string): Promise<boolean> {
    return this.passwords.matches(this.keyed(userId, pin), stored);
  }

  private keyed(userId: string, pin: string): string {
    return this.sealer.fingerprint('welder.pin', `${userId}:${pin}`);
  }
}
