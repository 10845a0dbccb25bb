import { randomInt, timingSafeEqual } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { conflict, tooMany, wrongField, type Refusal } from '../../../kernel/refusal';
import { DAY, MINUTE, type Instant } from '../../../kernel/time';
import { Sealer } from '../../../platform/database/sealer';
import type { Tx } from '../../../platform/database/unit-of-work';
import { Catalogue } from '../../../platform/i18n/catalogue';
import { TextAllowance } from '../../../platform/messaging/text-allowance';
import { TextMessages } from '../../../platform/messaging/text-messages';
import { TextStopStore } from './text-stop.store';

const CODE_LIFE = 10 * MINUTE;
const MOST_ATTEMPTS = 5;
const CODES_A_DAY = 3;

/** A phone in clear, to send to, with the hash that it is kept by. */
export interface TextedPhone {
  readonly phone: string;
  readonly phoneHash: string;
}

/** Codes by which the owner of a phone allows texts about small jobs again: six digits, five tries, ten minutes. */
@Injectable()
export class ResumeCodes {
  private readonly logger = new Logger('permits');

  constructor(
    private readonly stops: TextStopStore,
    private readonly allowance: TextAllowance,
    private readonly messages: TextMessages,
    private readonly catalogue: Catalogue,
    private readonly sealer: Sealer,
  ) {}

  async send(tx: Tx, { phone, phoneHash }: TextedPhone, at: Instant): Promise<Refusal | null> {
    const allowed = { subject: `text-stop ${phoneHash}`, most: CODES_A_DAY, per: DAY };
    const retryAfter = await this.allowance.spend(tx, [allowed], at);
    if (retryAfter !== null) return tooMany('permit.occupier-texts-used-up', { extra: { retryAfter } });
    const code = String(randomInt(1_000_000)).padStart(6, '0');
    await this.stops.keepCode(tx, phoneHash, this.hashOf(phoneHash, code), at + CODE_LIFE);
    const text = this.catalogue.text('message.occupier-texts-again', 'zh-CN', { code });
    tx.afterCommit(() => {
      this.messages
        .send(phone, text)
        .catch((err: unknown) => this.logger.error({ event: 'text-stop-code.not-sent', err }));
    });
    return null;
  }

  async check(tx: Tx, phoneHash: string, code: string, at: Instant): Promise<Refusal | null> {
    const expected = await this.stops.tryCode(tx, phoneHash, MOST_ATTEMPTS, at);
    if (expected === null) return conflict('permit.occupier-code-used-up');
    const given = this.hashOf(phoneHash, code.trim());
    return equal(expected, given) ? null : wrongField('code', 'permit.texts-code-wrong');
  }

  private hashOf(phoneHash: string, code: string): string {
    return this.sealer.fingerprint('text.stop-code', `${phoneHash}:${code}`);
  }
}

const equal = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
