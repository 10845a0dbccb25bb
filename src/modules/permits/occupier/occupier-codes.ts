import { randomInt, timingSafeEqual } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { conflict, RefusalError, tooMany, type Refusal } from '../../../kernel/refusal';
import { DAY, type Instant } from '../../../kernel/time';
import { shownTime } from '../../../kernel/shown-time';
import type { Tx } from '../../../platform/database/unit-of-work';
import { Catalogue } from '../../../platform/i18n/catalogue';
import { networkOf } from '../../../platform/http/network';
import { type Allowance, TextAllowance } from '../../../platform/messaging/text-allowance';
import { TextMessages } from '../../../platform/messaging/text-messages';
import { Config } from '../../../platform/config/config';
import { Sealer } from '../../../platform/database/sealer';
import type { StoredPermit } from '../stored-permit';
import type { StoredChanges } from '../permit.store';
import { TextStopStore } from './text-stop.store';

export const OCCUPIER_PHONE = 'permit.occupier-phone';
export const MOST_ATTEMPTS = 5;
/** 132 bits: nobody guesses one. */
const KEY_LENGTH = 22;

const same = (expected: string, given: string): boolean => {
  const [a, b] = [Buffer.from(expected), Buffer.from(given)];
  return a.length === b.length && timingSafeEqual(a, b);
};

/** Who causes a message, and when. */
export interface Sender {
  readonly address: string | null;
  readonly at: Instant;
}

/** The receiver never asked for these messages. What strangers may cause is bounded for them, and for who causes it. */
const allowancesOf = (phone: string, applicantId: string, address: string | null): Allowance[] => [
  { subject: `occupier applicant ${applicantId}`, most: 40, per: DAY },
  ...(address === null ? [] : [{ subject: `occupier address ${networkOf(address)}`, most: 200, per: DAY }]),
  { subject: `occupier ${applicantId} ${phone}`, most: 10, per: DAY },
  { subject: `occupier phone ${phone}`, most: 24, per: DAY },
];

const textsUsedUp = (retryAfter: number): Refusal =>
  tooMany('permit.occupier-texts-used-up', { extra: { retryAfter } });

/** The code by which an occupier without account confirms a small job (six digits, five tries, only its hash is kept), and the link beside it. */
@Injectable()
export class OccupierCodes {
  private readonly logger = new Logger('permits');

  constructor(
    private readonly sealer: Sealer,
    private readonly messages: TextMessages,
    private readonly allowance: TextAllowance,
    private readonly stops: TextStopStore,
    private readonly catalogue: Catalogue,
    private readonly config: Config,
  ) {}

  /** Makes a code and sends it once it is stored; refuses the whole step where too many went out before. */
  async sendCode(tx: Tx, permit: StoredPermit, from: Sender): Promise<StoredChanges> {
    const phone = this.phoneOf(permit);
    if (phone === null) throw new Error('an occupier without phone passed the table');
    if (await this.isStopped(tx, permit)) throw new RefusalError(conflict('permit.occupier-texts-stopped'));
    const code = String(randomInt(1_000_000)).padStart(6, '0');
    const wait = await this.allowance.spend(tx, allowancesOf(phone, permit.applicantId, from.address), from.at);
    if (wait !== null) throw new RefusalError(textsUsedUp(wait));
    const [hash = ''] = this.hashesOf(permit.id, code);
    // no words that the applicant wrote: the page behind the link shows them
    const text = this.catalogue.text('message.occupier-code', 'zh-CN', {
      code,
      link: `${this.config.publicUrl}/o/${permit.id}/${this.keyOf(permit.id, hash)}`,
      from: shownTime(permit.plannedStart),
      to: shownTime(permit.plannedEnd),
    });
    tx.afterCommit(() => {
      this.messages
        .send(phone, text)
        .catch((err: unknown) => this.logger.error({ event: 'occupier-code.not-sent', err }));
    });
    return { occupierCodeHash: hash, occupierCodeAttempts: 0 };
  }

  /** Whether the owner of the phone has stopped these texts. */
  async isStopped(tx: Tx, permit: StoredPermit): Promise<boolean> {
    const phone = this.phoneOf(permit);
    return phone !== null && (await this.stops.isStopped(tx, this.stopHashOf(phone)));
  }

  /** In clear: to send to, not to show, store or log. */
  phoneOf({ occupierPhoneSealed }: StoredPermit): string | null {
    return occupierPhoneSealed === null ? null : this.sealer.open(OCCUPIER_PHONE, occupierPhoneSealed);
  }

  /** By which a phone that takes no more texts is kept. */
  stopHashOf(phone: string): string {
    return this.sealer.fingerprint('text.stop', phone);
  }

  matches(permit: StoredPermit, code: string): boolean {
    const hash = permit.occupierCodeHash ?? '';
    return this.hashesOf(permit.id, code.trim()).some((one) => same(hash, one));
  }

  /** Whether this is the key of the link in the newest message. It stands in that message alone: no answer of the platform holds it. */
  opens({ id, occupierCodeHash }: StoredPermit, key: string): boolean {
    return occupierCodeHash !== null && same(this.keyOf(id, occupierCodeHash), key);
  }

  private keyOf(permitId: string, codeHash: string): string {
    return this.sealer.derive('permit.occupier-link', `${permitId}:${codeHash}`).slice(0, KEY_LENGTH);
  }

  /** Under each search key: the hash is kept as it was made, because the link that was sent is made of it. */
  private hashesOf(permitId: string, code: string): string[] {
    return this.sealer.fingerprints('permit.occupier-code', `${permitId}:${code}`);
  }
}
