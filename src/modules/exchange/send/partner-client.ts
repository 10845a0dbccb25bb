import { Injectable } from '@nestjs/common';
import type { Instant } from '../../../kernel/time';
import { Sealer } from '../../../platform/database/sealer';
import { DeliveryFault } from '../../../platform/messaging/delivery-fault';
import { WebhookCaller } from '../../../platform/messaging/webhook-caller';
import { PARTNER_SEAL, type Partner } from '../partners/partner.store';
import { sign } from '../signature';

const LONGEST_ANSWER = 16 * 1024 * 1024;

/** Speaks to another platform: signed requests, answers in JSON. Throws a `DeliveryFault` where it does not answer well. */
@Injectable()
export class PartnerClient {
  constructor(
    private readonly caller: WebhookCaller,
    private readonly sealer: Sealer,
  ) {}

  /** `path` begins below the address of the partner. */
  async ask(partner: Partner, method: 'GET' | 'POST', path: string, content: object | null, at: Instant): Promise<unknown> {
    const url = new URL(`${partner.baseUrl}${path}`);
    const body = content === null ? '' : JSON.stringify(content);
    const signed = { method, path: url.pathname + url.search, body };
    const headers = {
      'user-agent': 'hanan-exchange',
      'hanan-partner': partner.id,
      'hanan-signature': sign(this.sealer.open(PARTNER_SEAL, partner.secretSealed), at, signed),
    };
    const text = await this.caller.ask(method, { url: url.href, headers, body }, LONGEST_ANSWER);
    try {
      return JSON.parse(text);
    } catch {
      throw new DeliveryFault('receiver', 'answer-not-json');
    }
  } // prettier-ignore
}
