import { Injectable } from '@nestjs/common';
import {
  CHANNELS,
  isMandatory,
  isUrgent,
  NOTICE_KINDS,
  type Channel,
  type NoticeKind,
} from '../../../domain/notices/notice-kinds';
import { isWanted, type Choices } from '../../../domain/notices/plan-delivery';
import type { Language } from '../../../kernel/language';
import { wrongField, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { Journal } from '../../../platform/audit/journal';
import type { Caller } from '../../../platform/auth/caller';
import type { Request } from '../../../platform/auth/request';
import { Sealer } from '../../../platform/database/sealer';
import { UnitOfWork, type Tx } from '../../../platform/database/unit-of-work';
import { MailMessages } from '../../../platform/messaging/mail-messages';
import { WeChatMessages } from '../../../platform/messaging/wechat-messages';
import type { NoticeSettingsRow } from '../../../schema/notices/notice-settings.row';
import { UserPhones } from '../../identity/user-phones';
import { MAIL_SEAL } from '../send/address-book';
import { ConfirmMail } from './confirm-mail';
import type { NoticeChoice, NoticeSettingsRequest, NoticeSettingsView } from './settings.dto';
import { NoticeSettingsStore } from './settings.store';

/** How somebody wants to be told, kept by themselves. */
@Injectable()
export class KeepSettings {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly settings: NoticeSettingsStore,
    private readonly phones: UserPhones,
    private readonly mail: MailMessages,
    private readonly wechat: WeChatMessages,
    private readonly sealer: Sealer,
    private readonly confirmMail: ConfirmMail,
    private readonly journal: Journal,
  ) {}

  read({ caller, language }: Request): Promise<NoticeSettingsView> {
    return this.uow.run(caller.scope, async (tx) =>
      this.shown(tx, caller, await this.settings.find(tx, caller.userId), language),
    );
  }

  change(request: Request, body: NoticeSettingsRequest): Promise<Result<NoticeSettingsView, Refusal>> {
    const { caller, at, language } = request;
    return this.uow.run(caller.scope, async (tx): Promise<Result<NoticeSettingsView, Refusal>> => {
      const [quietFrom, quietTo] = [body.quietFrom ?? null, body.quietTo ?? null];
      if ((quietFrom === null) !== (quietTo === null))
        return refused(wrongField(quietFrom === null ? 'quietFrom' : 'quietTo', 'notices.quiet-half'));
      const muted = body.choices.find((one) => one.channel === 'inbox' && !one.wanted && isMandatory(one.kind));
      if (muted) return refused(wrongField('choices', 'notices.kind-mandatory'));
      const before = await this.settings.find(tx, caller.userId);
      const row: NoticeSettingsRow = {
        ...{ userId: caller.userId, quietFrom, quietTo, digest: body.digest, language: body.language, changedAt: at },
        ...this.mailOf(body.mail, before),
        choices: choicesOf(body.choices),
      };
      const isNew = row.mailConfirmedAt === null && body.mail;
      const unsent = isNew ? await this.confirmMail.send(tx, request, normalMail(isNew)) : null;
      if (unsent) return refused(unsent);
      await this.settings.save(tx, row);
      const after = { quietFrom, quietTo, digest: body.digest, hasMail: row.mailSealed !== null, choices: row.choices };
      const entry = { action: 'notice-settings.changed', entity: 'user', entityId: caller.userId, after };
      this.journal.record(tx, caller, at, [entry]);
      return ok(await this.shown(tx, caller, row, language));
    });
  }

  private mailShown(row: NoticeSettingsRow | null): Pick<NoticeSettingsView, 'mail' | 'mailWaits'> {
    if (!row || row.mailSealed === null) return { mail: null, mailWaits: false };
    return { mail: maskMail(this.sealer.open(MAIL_SEAL, row.mailSealed)), mailWaits: row.mailConfirmedAt === null };
  }

  /** The address that is confirmed, typed again, stays so. */
  private mailOf(mail: string | null | undefined, before: NoticeSettingsRow | null): MailColumns {
    const { mailSealed, mailConfirmedAt } = before ?? NO_MAIL;
    if (mail === undefined) return { mailSealed, mailConfirmedAt };
    if (mail === null) return NO_MAIL;
    if (mailSealed !== null && this.sealer.open(MAIL_SEAL, mailSealed) === normalMail(mail))
      return { mailSealed, mailConfirmedAt };
    return { mailSealed: this.sealer.seal(MAIL_SEAL, normalMail(mail)), mailConfirmedAt: null };
  }

  private async shown(
    tx: Tx,
    { userId }: Caller,
    row: NoticeSettingsRow | null,
    asked: Language,
  ): Promise<NoticeSettingsView> {
    const hasPhone = (await this.phones.ofUser(tx, userId)) !== null;
    const offered: Readonly<Record<Channel, boolean>> = {
      ...{ inbox: true, mail: this.mail.isConfigured, sms: true, wechat: this.wechat.isConfigured },
    };
    const known: Readonly<Record<Channel, boolean>> = {
      ...{ inbox: true, mail: (row?.mailConfirmedAt ?? null) !== null, sms: hasPhone, wechat: hasPhone },
    };
    const choices = (row?.choices ?? {}) as Choices;
    return {
      ...this.mailShown(row),
      ...{ quietFrom: row?.quietFrom ?? null, quietTo: row?.quietTo ?? null, digest: row?.digest ?? false },
      language: (row?.language as Language | undefined) ?? asked,
      channels: CHANNELS.map((channel) => ({
        channel,
        ...{ offered: offered[channel], reaches: offered[channel] && known[channel] },
      })),
      kinds: NOTICE_KINDS.map((kind) => ({
        ...{ kind, mandatory: isMandatory(kind), urgent: isUrgent(kind) },
        wanted: CHANNELS.filter((channel) => isWanted(kind, channel, choices)),
      })),
    };
  }
}

type MailColumns = Pick<NoticeSettingsRow, 'mailSealed' | 'mailConfirmedAt'>;

const NO_MAIL: MailColumns = { mailSealed: null, mailConfirmedAt: null };

const normalMail = (mail: string): string => mail.trim().toLowerCase();

/** `li@example.cn` → `l***@example.cn`. */
const maskMail = (mail: string): string => mail.replace(/^(.)[^@]*/, '$1***');

function choicesOf(list: readonly NoticeChoice[]): Choices {
  const choices: Partial<Record<NoticeKind, Partial<Record<Channel, boolean>>>> = {};
  for (const { kind, channel, wanted } of list) choices[kind] = { ...choices[kind], [channel]: wanted };
  return choices;
}
