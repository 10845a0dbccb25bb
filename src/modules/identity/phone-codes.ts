import { Injectable, Logger } from '@nestjs/common';
import { tooMany, type Refusal } from '../../kernel/refusal';
import { ok, refused, type Result } from '../../kernel/result';
import { DAY, HOUR, MINUTE, SECOND, type Instant } from '../../kernel/time';
import { Sealer } from '../../platform/database/sealer';
import type { Tx } from '../../platform/database/unit-of-work';
import { networkOf } from '../../platform/http/network';
import { Catalogue } from '../../platform/i18n/catalogue';
import { type Allowance, TextAllowance } from '../../platform/messaging/text-allowance';
import { TextMessages } from '../../platform/messaging/text-messages';
import type { LoginCodeSent } from './auth.dto';
import { CODE_LIFE, CODE_PAUSE, LoginCodes } from './login-codes';

/** What a code is for: one that was sent for joining opens no session, and the other way round. */
type CodePurpose = 'join' | 'registration';

export interface CodeSubject {
  readonly purpose: CodePurpose;
  /** As `normalPhone` gives it. */
  readonly phone: string;
}

/** Codes by which the owner of a phone shows that it is theirs, without an account. Lives and tries are those of sign-in codes. */
@Injectable()
export class PhoneCodes {
  private readonly logger = new Logger('identity');

  constructor(
    private readonly codes: LoginCodes,
    private readonly allowance: TextAllowance,
    private readonly messages: TextMessages,
    private readonly catalogue: Catalogue,
    private readonly sealer: Sealer,
  ) {}

  /** Sent once the transaction is committed; `text` is a key of the catalogue that takes `code`. */
  async send(
    tx: Tx,
    subject: CodeSubject,
    text: string,
    address: string,
    at: Instant,
  ): Promise<Result<LoginCodeSent, Refusal>> {
    const key = this.keyOf(subject);
    const sentAt = await this.codes.lastSent(tx, key, at);
    if (sentAt !== null) return refused(tooSoon(sentAt, at));
    const wait = await this.allowance.spend(tx, allowancesOf(subject, address), at);
    if (wait !== null) return refused(usedUp(wait));
    const made = await this.codes.make(tx, key, at);
    if ('sentAt' in made) return refused(tooSoon(made.sentAt, at));
    this.deliver(tx, subject.phone, this.catalogue.text(text, 'zh-CN', { code: made.code }));
    return ok({ validFor: CODE_LIFE / SECOND, retryAfter: CODE_PAUSE / SECOND });
  }

  holds(tx: Tx, subject: CodeSubject, code: string, address: string, at: Instant): Promise<boolean> {
    return this.codes.redeem(tx, this.keyOf(subject), { code, address }, at);
  }

  /** Any other text to a phone, after the commit. */
  deliver(tx: Tx, phone: string, text: string): void {
    tx.afterCommit(() => {
      this.messages.send(phone, text).catch((err: unknown) => this.logger.error({ event: 'text.not-sent', err }));
    });
  }

  private keyOf({ purpose, phone }: CodeSubject): string {
    return this.sealer.fingerprint(`phone-code.${purpose}`, phone);
  }
}

/** Strangers cause these texts: bounded for who receives them, for who causes them, and in all. */
const allowancesOf = ({ purpose, phone }: CodeSubject, address: string): Allowance[] => [
  { subject: `${purpose}-code address ${networkOf(address)}`, most: 30, per: HOUR },
  { subject: `${purpose}-code all`, most: 3_000, per: HOUR },
  { subject: `${purpose}-code phone ${phone}`, most: 10, per: DAY },
];

export function tooSoon(sentAt: Instant, at: Instant): Refusal {
  const retryAfter = Math.ceil((sentAt + CODE_PAUSE - at) / SECOND);
  return tooMany('login.code-too-soon', { params: { seconds: retryAfter }, extra: { retryAfter } });
}

export function usedUp(retryAfter: number): Refusal {
  const minutes = Math.ceil((retryAfter * SECOND) / MINUTE);
  return tooMany('login.codes-used-up', { params: { minutes }, extra: { retryAfter } });
}
