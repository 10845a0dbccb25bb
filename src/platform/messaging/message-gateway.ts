import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { SECOND } from '../../kernel/time';
import { Config } from '../config/config';
import { Clock } from '../time/clock';
import { Ids } from '../time/ids';
import { DeliveryFault } from './delivery-fault';
import { TextMessages } from './text-messages';
import { WeChatMessages } from './wechat-messages';

/** Of HTTP: it came too early or too fast, so it may come again. */
const PUT_OFF = new Set([408, 425, 429]);

interface GatewayMessage {
  readonly channel: 'sms' | 'wechat';
  readonly phone: string;
  readonly text: string;
  /** The gateway takes an id once. */
  readonly id?: string;
}

/**
 * Hands a message to the operator's own gateway, which knows the provider's templates, accounts and prices: docs/text-messages.md.
 * Rejects with a `DeliveryFault`; its code never holds the phone or the text.
 */
@Injectable()
export class MessageGateway {
  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async send(url: string, { id, ...message }: GatewayMessage): Promise<void> {
    const at = this.clock.now();
    const body = JSON.stringify({ id: id ?? this.ids.next(at), ...message });
    const status = await this.statusOf(url, body, this.signature(body, Math.floor(at / SECOND)));
    if (status >= 200 && status <= 299) return;
    const kind = PUT_OFF.has(status) ? 'message' : status >= 400 && status <= 499 ? 'refused' : 'receiver';
    throw new DeliveryFault(kind, `gateway-${status}`);
  }

  private async statusOf(url: string, body: string, signature: string): Promise<number> {
    const signal = AbortSignal.timeout(this.config.outsidePatienceMs);
    const headers = { 'content-type': 'application/json', 'hanan-signature': signature };
    try {
      const answer = await fetch(url, { method: 'POST', headers, body, signal, redirect: 'manual' });
      await answer.body?.cancel();
      return answer.status;
    } catch (fault) {
      throw new DeliveryFault('receiver', (fault as Error).name === 'TimeoutError' ? 'gateway-silent' : 'gateway-away');
    }
  }

  /** As webhooks are signed: the time is inside, so that an old message cannot be sent again by somebody who read it. */
  private signature(body: string, seconds: number): string {
    const key = this.config.messageGatewaySecret ?? '';
    return `t=${seconds},v1=${createHmac('sha256', key).update(`${seconds}.${body}`).digest('hex')}`;
  }
}

/** Text messages by the gateway of `SMS_GATEWAY_URL`. */
@Injectable()
export class GatewayTexts extends TextMessages {
  constructor(
    private readonly gateway: MessageGateway,
    private readonly config: Config,
  ) {
    super();
  }

  send(phone: string, text: string, id?: string): Promise<void> {
    return this.gateway.send(this.config.smsGatewayUrl ?? '', { channel: 'sms', phone, text, id });
  }
}

/** WeChat by the gateway of `WECHAT_GATEWAY_URL`; without it nobody is offered the channel. */
@Injectable()
export class GatewayWeChat extends WeChatMessages {
  constructor(
    private readonly gateway: MessageGateway,
    private readonly config: Config,
  ) {
    super();
  }

  get isConfigured(): boolean {
    return this.config.wechatGatewayUrl !== null;
  }

  send(phone: string, text: string, id: string): Promise<void> {
    return this.gateway.send(this.config.wechatGatewayUrl ?? '', { channel: 'wechat', phone, text, id });
  }
}
