import { randomInt, timingSafeEqual } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { shownTime } from '../../../kernel/shown-time';
import type { Tx } from '../../../platform/database/unit-of-work';
import { Catalogue } from '../../../platform/i18n/catalogue';
import { TextMessages } from '../../../platform/messaging/text-messages';
import { Sealer } from '../../../platform/database/sealer';
import type { StoredPermit } from '../permit.row';
import type { StoredChanges } from '../permit.store';

export const OCCUPIER_PHONE = 'permit.occupier-phone';
export const MOST_ATTEMPTS = 5;

/** The code by which an occupier without account confirms a small job: six digits, five tries, only its hash is kept. */
@Injectable()
export class OccupierCodes {
  private readonly logger = new Logger('permits');

  constructor(
    private readonly sealer: Sealer,
    private readonly messages: TextMessages,
    private readonly catalogue: Catalogue,
  ) {}

  /** Makes a code and sends it once it is stored. */
  sendCode(tx: Tx, permit: StoredPermit): StoredChanges {
    if (permit.occupierPhoneSealed === null) throw new Error('an occupier without phone passed the table');
    const code = String(randomInt(1_000_000)).padStart(6, '0');
    const phone = this.sealer.open(OCCUPIER_PHONE, permit.occupierPhoneSealed);
    const text = this.catalogue.text('message.occupier-code', 'zh-CN', {
      code,
      place: permit.placeName,
      content: permit.content,
      from: shownTime(permit.plannedStart),
      to: shownTime(permit.plannedEnd),
    });
    tx.afterCommit(() => {
      this.messages
        .send(phone, text)
        .catch((err: unknown) => this.logger.error({ event: 'occupier-code.not-sent', err }));
    });
    return { occupierCodeHash: this.hashOf(permit.id, code), occupierCodeAttempts: 0 };
  }

  matches(permit: StoredPermit, code: string): boolean {
    const expected = Buffer.from(permit.occupierCodeHash ?? '');
    const given = Buffer.from(this.hashOf(permit.id, code.trim()));
    return expected.length === given.length && timingSafeEqual(expected, given);
  }

  private hashOf(permitId: string, code: string): string {
    return this.sealer.fingerprint('permit.occupier-code', `${permitId}:${code}`);
  }
}
