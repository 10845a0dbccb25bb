import { Injectable } from '@nestjs/common';
import { HashPool, type Waiting } from './passwords/hash-pool';

/** What an unknown user's password is compared with, so that the answer takes as long as for a known one. */
const NOBODY = 'nobody';
const OURSELVES: Waiting = { from: '', trusted: true };

@Injectable()
export class PasswordHasher {
  private nobody: Promise<string> | undefined;

  constructor(private readonly pool: HashPool) {}

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
