import { Injectable } from '@nestjs/common';
import { createTransport } from 'nodemailer';
import { Config } from '../config/config';
import { DeliveryFault } from './delivery-fault';
import { MailMessages, type Mail } from './mail-messages';

/** 421: the server closes; everything else of the fours is about this message. */
const CLOSES = 421;

/** E-mail by the server of `SMTP_URL`. One connection a message: there are few, and a server that went away is met anew. */
@Injectable()
export class SmtpMail extends MailMessages {
  constructor(private readonly config: Config) {
    super();
  }

  get isConfigured(): boolean {
    return this.config.smtpUrl !== null;
  }

  async send({ to, subject, text }: Mail): Promise<void> {
    const patienceMs = this.config.outsidePatienceMs;
    const transport = createTransport({
      url: this.config.smtpUrl ?? '',
      connectionTimeout: patienceMs,
      greetingTimeout: patienceMs,
      socketTimeout: patienceMs,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    try {
      await transport.sendMail({ from: this.config.mailFrom ?? undefined, to, subject, text });
    } catch (fault) {
      throw faultOf(fault as SmtpFault);
    } finally {
      transport.close();
    }
  }
}

interface SmtpFault {
  readonly code?: string;
  readonly responseCode?: number;
  /** The step of the talk at which it failed. */
  readonly command?: string;
}

/** Only what the server says of one recipient or one text is about the message; before that it is about the server. */
function faultOf({ code = 'unknown', responseCode, command = '' }: SmtpFault): DeliveryFault {
  if (responseCode === undefined) return new DeliveryFault('receiver', `smtp-${code.toLowerCase()}`);
  const aboutMessage = /^(RCPT TO|DATA)$/.test(command) && responseCode !== CLOSES;
  const kind = !aboutMessage ? 'receiver' : responseCode >= 500 ? 'refused' : 'message';
  return new DeliveryFault(kind, `smtp-${responseCode}`);
}
