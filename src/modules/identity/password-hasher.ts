import { Injectable } from '@nestjs/common';
import { isCommonPassword } from '../../platform/auth/common-passwords';
import { LeakedPasswords } from './passwords/leaked-passwords';
import { HashPool, type Waiting } from './passwords/hash-pool';

/** What an unknown user's password is compared with, so that the answer takes as long as for a known one. */
const NOBODY = 'nobody';
const OURSELVES: Waiting = { from: '', trusted: true };

type Weakness = 'user.password-common' | 'user.password-leaked';

@Injectable()
export class PasswordHasher {
  private nobody: Promise<string> | undefined;

  constructor(
    private readonly pool: HashPool,
    private readonly leaked: LeakedPasswords,
  ) {}

  /** Why a new password is not taken; `own` is what a guesser knows of the person, too. */
  async weakness(password: string, own: readonly (string | null | undefined)[]): Promise<Weakness | null> {
    if (isCommonPassword(password, own)) return 'user.password-common';
    return (await this.leaked.knows(password)) ? 'user.password-leaked' : null;
  }

  async hash(password: string): Promise<string> {
    return String(await this.pool.run({ kind: 'hash', password }, OURSELVES));
  }

  /** `null`: no such user, or one without a password; takes its time all the same. */
  async matches(password: string, stored: string | null, waiting = OURSELVES): Promise<boolean> {
    const task = { kind: 'verify', password, stored: stored ?? (await this.hashOfNobody()) } as const;
    const matched = await this.pool.run(task, waiting);
    return stored !== null && matched === true;
  }

  private hashOfNobody(): Promise<string> {
    this.nobody ??= this.hash(NOBODY);
    this.nobody.catch(() => (this.nobody = undefined));
    return this.nobody;
  }
}
