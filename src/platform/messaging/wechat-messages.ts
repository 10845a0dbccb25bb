/**
 * The port of WeChat (微信、企业微信): docs/text-messages.md. A person is known by their phone, as with text messages; the
 * adapter finds the account of the official account or of the work group. Rejects with a `DeliveryFault`.
 */
export abstract class WeChatMessages {
  /** False: nobody is offered this channel. */
  abstract readonly isConfigured: boolean;
  /** `id` as with text messages. */
  abstract send(phone: string, text: string, id: string): Promise<void>;
}
