import { randomInt, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { MINUTE, SECOND, type Instant } from '../../kernel/time';
import type { Tx } from '../../platform/database/unit-of-work';
import { Sealer } from '../../platform/database/sealer';
import { LoginCodeStore } from './login-code.store';

export const CODE_LIFE = 5 * MINUTE;
export const CODE_PAUSE = MINUTE;
const MOST_ATTEMPTS = 5;
const GRACE = 30 * SECOND;

interface TypedCode {
  readonly code: string;
  readonly address: string;
}

/** One-time codes sent to a phone: six digits, five tries, five minutes. */
@Injectable()
export class LoginCodes {
  constructor(
    private readonly store: LoginCodeStore,
    private readonly sealer: Sealer,
  ) {}

  /** A new code, or when the last one was sent if that is too recent. */
  async make(tx: Tx, phoneHash: string, at: Instant): Promise<{ code: string } | { sentAt: Instant }> {
    const code = String(randomInt(1_000_000)).padStart(6, '0');
    const made = { phoneHash, codeHash: this.hashOf(phoneHash, code), sentAt: at, expiresAt: at + CODE_LIFE };
    const sentAt = await this.store.replace(tx, made, at - CODE_PAUSE);
    return sentAt === null ? { code } : { sentAt };
  }

  /** When the last code was sent, where that is too recent for another. */
  lastSent(tx: Tx, phoneHash: string, at: Instant): Promise<Instant | null> {
    return this.store.sentAfter(tx, phoneHash, at - CODE_PAUSE);
  }

  /** True once, and again within 30 seconds from the same address: the answer to the first request may be lost. */
  async redeem(tx: Tx, phoneHash: string, { code, address }: TypedCode, at: Instant): Promise<boolean> {
    const from = this.sealer.fingerprint('login.code-address', address);
    const attempt = { mostAttempts: MOST_ATTEMPTS, from, usedAfter: at - GRACE, at };
    const expected = await this.store.attempt(tx, phoneHash, attempt);
    if (expected === null || !equal(expected, this.hashOf(phoneHash, code))) return false;
    await this.store.markUsed(tx, phoneHash, from, at);
    return true;
  }

  private hashOf(phoneHash: string, code: string): string {
    return this.sealer.fingerprint('login.code', `${phoneHash}:${code}`);
  }
}

const equal = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
