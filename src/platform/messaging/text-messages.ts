/**
 * The channel (通知渠道) of each text message (SMS) to a phone: login code, confirmation code, notification; 短信、消息、通知.
 * An operator's gateway is an adapter of this: docs/text-messages.md. Beside it stand mail (email; 邮件, `mail-messages.ts`), WeChat
 * (微信, `wechat-messages.ts`) and webhook (推送, `webhook-caller.ts`).
 */
export abstract class TextMessages {
  /** `id` stays the same when the message is sent again because its answer was lost; without it, it is sent once. */
  abstract send(phone: string, text: string, id?: string): Promise<void>;
}
