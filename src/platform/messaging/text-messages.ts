/**
 * The port of each text message (SMS) to a phone: login code, confirmation code, notification; 短信、通知.
 * An operator's gateway is an adapter of this. It is the only notification channel (通知渠道): mail (邮件), webhook and push
 * (推送) have no port yet (docs/change.md, 10).
 */
export abstract class TextMessages {
  abstract send(phone: string, text: string): Promise<void>;
}
