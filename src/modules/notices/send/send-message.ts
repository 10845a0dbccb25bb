import { Injectable } from '@nestjs/common';
import { isNoticeKind } from '../../../domain/notices/notice-kinds';
import { pagesOfNotice } from '../../../domain/notices/notice-pages';
import { noticeText, NOTICE_WORDS } from '../../../domain/notices/words';
import type { Language } from '../../../kernel/language';
import type { Instant } from '../../../kernel/time';
import { Config } from '../../../platform/config/config';
import { Catalogue } from '../../../platform/i18n/catalogue';
import { DeliveryFault } from '../../../platform/messaging/delivery-fault';
import { MailMessages } from '../../../platform/messaging/mail-messages';
import { TextMessages } from '../../../platform/messaging/text-messages';
import { WeChatMessages } from '../../../platform/messaging/wechat-messages';
import { AddressBook, type Address } from './address-book';
import { CallWebhook } from './call-webhook';
import type { Message } from './message.store';

/** Sends one message, or the messages of one summary, by their channel. Rejects with a `DeliveryFault` where it is not taken. */
@Injectable()
export class SendMessage {
  constructor(
    private readonly book: AddressBook,
    private readonly mail: MailMessages,
    private readonly texts: TextMessages,
    private readonly wechat: WeChatMessages,
    private readonly webhook: CallWebhook,
    private readonly catalogue: Catalogue,
    private readonly config: Config,
  ) {}

  async send(messages: readonly Message[], at: Instant): Promise<void> {
    const [head] = messages;
    if (!head) return;
    if (head.channel === 'webhook') return this.webhook.call(head, at);
    const address = await this.book.addressOf(head.recipient);
    if (!address) throw new DeliveryFault('refused', 'person-gone');
    if (head.channel === 'mail') return this.sendMail(messages, head, address);
    const text = `${this.catalogue.text('notices.signature', address.language)}${sentenceOf(head, address.language)}`;
    const phone = known(address.phone);
    if (head.channel === 'wechat') return this.wechat.send(phone, text, head.id);
    await this.texts.send(phone, text, head.id).catch((fault: unknown) => {
      throw fault instanceof DeliveryFault ? fault : new DeliveryFault('receiver', 'sms-failed');
    });
  }

  private sendMail(messages: readonly Message[], head: Message, { mail, language }: Address): Promise<void> {
    const code = head.digest ? 'notices.mail.digest' : 'notices.mail.subject';
    const subject = this.catalogue.text(code, language, { kind: nameOf(head, language), count: messages.length });
    const lines = messages.map((one) => [sentenceOf(one, language), this.linkOf(one)].filter(Boolean).join('\n'));
    const foot = this.catalogue.text('notices.mail.foot', language, {
      link: `${this.config.publicUrl}/m/notices/settings`,
    });
    return this.mail.send({ to: known(mail), subject, text: `${lines.join('\n\n')}\n\n${foot}\n` });
  }

  private linkOf({ entity, entityId }: Message): string {
    const pages = pagesOfNotice(entity, entityId);
    return pages ? this.config.publicUrl + pages.path : '';
  }
}

function known(address: string | null): string {
  if (address === null) throw new DeliveryFault('refused', 'address-unknown');
  return address;
}

const sentenceOf = ({ kind, params }: Message, language: Language): string =>
  isNoticeKind(kind) ? noticeText(kind, params, language) : '';

const nameOf = ({ kind }: Message, language: Language): string =>
  isNoticeKind(kind) ? NOTICE_WORDS[language].kind[kind] : '';
