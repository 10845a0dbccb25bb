export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** The port of e-mail (邮件). Rejects with a `DeliveryFault`. */
export abstract class MailMessages {
  /** False: nobody is offered this channel. */
  abstract readonly isConfigured: boolean;
  abstract send(mail: Mail): Promise<void>;
}
