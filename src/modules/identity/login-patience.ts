import { Injectable } from '@nestjs/common';
import { tooMany, type Refusal } from '../../kernel/refusal';
import { SECOND, type Instant } from '../../kernel/time';
import type { Tx } from '../../platform/database/unit-of-work';
import { Sealer } from '../../platform/database/sealer';
import { ACCOUNT_PATIENCE, ADDRESS_PATIENCE, delayedUntil, oneMore, type Patience } from './login-delay';
import { LoginFailureStore } from './login-failure.store';

/** Who fails: an account as it was typed, and the address it was typed at. */
export interface Attempter {
  readonly account: string;
  readonly address: string;
}

/** Slows down those who guess: by account, and by address. */
@Injectable()
export class LoginPatience {
  constructor(
    private readonly failures: LoginFailureStore,
    private readonly sealer: Sealer,
  ) {}

  /** The refusal of an attempt that comes too early; it is neither tried nor counted. */
  async refusal(tx: Tx, attempter: Attempter, at: Instant): Promise<Refusal | null> {
    let until = 0;
    for (const [subject, patience] of this.subjects(attempter))
      until = Math.max(until, delayedUntil(await this.failures.of(tx, subject), patience));
    if (until <= at) return null;
    const retryAfter = Math.ceil((until - at) / SECOND);
    return tooMany('login.delayed', { params: { seconds: retryAfter }, extra: { retryAfter } });
  }

  async failed(tx: Tx, attempter: Attempter, at: Instant): Promise<void> {
    for (const [subject] of this.subjects(attempter)) {
      await this.failures.lock(tx, subject); // the account's always before the address's, so nobody waits in a ring
      await this.failures.save(tx, subject, oneMore(await this.failures.of(tx, subject), at));
    }
  }

  /** The address is not forgiven: one's own account would wash away the guesses at others. */
  async succeeded(tx: Tx, { account }: Attempter): Promise<void> {
    await this.failures.clear(tx, this.subject('account', account));
  }

  private subjects({ account, address }: Attempter): [string, Patience][] {
    return [
      [this.subject('account', account), ACCOUNT_PATIENCE],
      [this.subject('address', address), ADDRESS_PATIENCE],
    ];
  }

  /** What was typed may be a phone, or a password in the wrong field: kept as a keyed hash only. */
  private subject(kind: string, value: string): string {
    return this.sealer.fingerprint('login.subject', `${kind}:${value}`);
  }
}
