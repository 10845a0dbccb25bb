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
    const [newest = ''] = this.keyed(userId, pin);
    return this.passwords.hash(newest);
  }

  async matches(userId: string, pin: string, stored: string): Promise<boolean> {
    for (const keyed of this.keyed(userId, pin)) if (await this.passwords.matches(keyed, stored)) return true;
    return false;
  }

  /** Under each search key: what was hashed twice is not made anew by a rotation. */
  private keyed(userId: string, pin: string): string[] {
    return this.sealer.fingerprints('welder.pin', `${userId}:${pin}`);
  }
}
