import { Injectable } from '@nestjs/common';
import { tooMany, type Refusal } from '../../kernel/refusal';
import { SECOND, type Instant } from '../../kernel/time';
import type { Tx } from '../../platform/database/unit-of-work';
import { Sealer } from '../../platform/database/sealer';
import {
  ACCOUNT_PATIENCE,
  ADDRESS_PATIENCE,
  ANYWHERE_PATIENCE,
  delayedUntil,
  DEVICE_PATIENCE,
  type Failures,
  freeAttempts,
  oneMore,
  type Patience,
} from './login-delay';
import { LoginFailureStore } from './login-failure.store';

/** Who tries: an account as it was typed, and where from. */
export interface Attempter {
  readonly account: string;
  readonly address: string;
  readonly device: string;
  /** Whether this account signed in before on this device, or at least from this address. */
  readonly known: 'device' | 'address' | null;
}

export interface Judged {
  readonly refusal: Refusal | null;
  /** How many more of this address may fail before the next one is delayed. */
  readonly freeOfAddress: number;
  /** The account is guessed at from everywhere: what comes from a new place waits a little. */
  readonly held: boolean;
}

type Subject = readonly [name: string, patience: Patience];

/**
 * Slows down those who guess, and nobody else. Counted are the account at this address, and the address. A device that
 * signed in before has a count of its own, so a stranger's guesses never delay it.
 */
@Injectable()
export class LoginPatience {
  constructor(
    private readonly failures: LoginFailureStore,
    private readonly sealer: Sealer,
  ) {}

  async judge(tx: Tx, attempter: Attempter, at: Instant): Promise<Judged> {
    const { pair, address, anywhere } = await this.read(tx, attempter);
    const until = Math.max(...[pair, address].map(([failures, patience]) => delayedUntil(failures, patience)));
    return {
      refusal: until > at ? delayed(until, at) : null,
      freeOfAddress: freeAttempts(address[0], ADDRESS_PATIENCE, at),
      held: attempter.known === null && delayedUntil(anywhere, ANYWHERE_PATIENCE) > at,
    };
  }

  async failed(tx: Tx, attempter: Attempter, at: Instant): Promise<void> {
    const { pair, address, anywhere } = this.subjects(attempter);
    for (const [subject] of attempter.known === 'device' ? [pair] : [anywhere, pair, address]) {
      await this.failures.lock(tx, subject); // always the address last, so that transactions never wait in a ring
      await this.failures.save(tx, subject, oneMore(await this.failures.of(tx, subject), at));
    }
  }

  /** The address is not forgiven: one's own account would wash away the guesses at others. */
  async succeeded(tx: Tx, attempter: Attempter): Promise<void> {
    await this.failures.clear(tx, this.subjects(attempter).pair[0]);
  }

  private async read(tx: Tx, attempter: Attempter) {
    const { pair, address, anywhere } = this.subjects(attempter);
    const of = async ([subject, patience]: Subject): Promise<[Failures | null, Patience]> => [
      await this.failures.of(tx, subject),
      patience,
    ];
    const ignored: [null, Patience] = [null, ADDRESS_PATIENCE];
    const isKnown = attempter.known === 'device';
    const [ofPair, ofAddress, [ofAccount]] = await Promise.all([
      of(pair),
      isKnown ? ignored : of(address),
      of(anywhere),
    ]);
    return { pair: ofPair, address: ofAddress, anywhere: ofAccount };
  }

  private subjects({ account, address, device, known }: Attempter): Record<'pair' | 'address' | 'anywhere', Subject> {
    return {
      pair:
        known === 'device'
          ? [this.subject('device', `${account} ${device}`), DEVICE_PATIENCE]
          : [this.subject('pair', `${account} ${address}`), ACCOUNT_PATIENCE],
      address: [this.subject('address', address), ADDRESS_PATIENCE],
      anywhere: [this.subject('account', account), ANYWHERE_PATIENCE],
    };
  }

  /** What was typed may be a phone, or a password in the wrong field: kept as a keyed hash only. */
  private subject(kind: string, value: string): string {
    return this.sealer.fingerprint('login.subject', `${kind}:${value}`);
  }
}

function delayed(until: Instant, at: Instant): Refusal {
  const retryAfter = Math.ceil((until - at) / SECOND);
  return tooMany('login.delayed', { params: { seconds: retryAfter }, extra: { retryAfter } });
}
