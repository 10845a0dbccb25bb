import { Injectable, Logger } from '@nestjs/common';
import { conflict, wrongField, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { DAY } from '../../../kernel/time';
import { Journal } from '../../../platform/audit/journal';
import type { Request } from '../../../platform/auth/request';
import { Sealer } from '../../../platform/database/sealer';
import { UnitOfWork, type Tx } from '../../../platform/database/unit-of-work';
import { Catalogue } from '../../../platform/i18n/catalogue';
import { MailMessages } from '../../../platform/messaging/mail-messages';
import { TextAllowance } from '../../../platform/messaging/text-allowance';
import { LoginCodes } from '../../identity/login-codes';
import { tooSoon, usedUp } from '../../identity/phone-codes';
import { MAIL_SEAL } from '../send/address-book';
import { NoticeSettingsStore } from './settings.store';

/** Whoever gives an address may have mistyped it, or may mean somebody else’s: ten codes a day, to whatever addresses. */
const CODES_A_DAY = 10;

/** An e-mail address is its owner’s once the code that was sent there comes back. Lives and tries are those of sign-in codes. */
@Injectable()
export class ConfirmMail {
  private readonly logger = new Logger('notices');

  constructor(
    private readonly uow: UnitOfWork,
    private readonly settings: NoticeSettingsStore,
    private readonly codes: LoginCodes,
    private readonly allowance: TextAllowance,
    private readonly mail: MailMessages,
    private readonly sealer: Sealer,
    private readonly catalogue: Catalogue,
    private readonly journal: Journal,
  ) {}

  /** Sent once the transaction is committed. */
  async send(tx: Tx, { caller, at, language }: Request, mail: string): Promise<Refusal | null> {
    const key = this.keyOf(caller.userId, mail);
    const sentAt = await this.codes.lastSent(tx, key, at);
    if (sentAt !== null) return tooSoon(sentAt, at);
    const most = { subject: `mail-code user ${caller.userId}`, most: CODES_A_DAY, per: DAY };
    const wait = await this.allowance.spend(tx, [most], at);
    if (wait !== null) return usedUp(wait);
    const made = await this.codes.make(tx, key, at);
    if ('sentAt' in made) return tooSoon(made.sentAt, at);
    const subject = this.catalogue.text('notices.mail-code.subject', language);
    const text = this.catalogue.text('notices.mail-code.text', language, { code: made.code });
    tx.afterCommit(() => {
      this.mail
        .send({ to: mail, subject, text })
        .catch((err: unknown) => this.logger.error({ event: 'mail-code.not-sent', err }));
    });
    return null;
  }

  confirm({ caller, at }: Request, code: string): Promise<Result<null, Refusal>> {
    return this.uow.run(caller.scope, async (tx): Promise<Result<null, Refusal>> => {
      const sealed = (await this.settings.find(tx, caller.userId))?.mailSealed ?? null;
      if (sealed === null) return refused(conflict('notices.mail-unknown'));
      const key = this.keyOf(caller.userId, this.sealer.open(MAIL_SEAL, sealed));
      const typed = { code, address: caller.userId };
      if (!(await this.codes.redeem(tx, key, typed, at))) return refused(wrongField('code', 'notices.mail-code-wrong'));
      await this.settings.confirmMail(tx, caller.userId, at);
      this.journal.record(tx, caller, at, [
        { action: 'notice-settings.mail-confirmed', entity: 'user', entityId: caller.userId },
      ]);
      return ok(null);
    });
  }

  private keyOf(userId: string, mail: string): string {
    return this.sealer.fingerprint('mail-code', `${userId} ${mail}`);
  }
}
