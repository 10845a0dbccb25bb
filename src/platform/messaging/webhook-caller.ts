import { lookup } from 'node:dns/promises';
import { request as requestPlain, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as requestTls } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { Injectable } from '@nestjs/common';
import { readAddress } from '../../kernel/web-address';
import { Config } from '../config/config';
import { DeliveryFault } from './delivery-fault';
import { isPublicAddress } from './public-address';

export interface WebhookCall {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

interface Found {
  readonly address: string;
  readonly family: number;
}

/**
 * Calls an address that somebody else chose, so it must not lead into our own network: the name is resolved once, every address
 * of it must be public, and the connection goes to the one that was looked at. A redirect is an answer, and not followed.
 */
@Injectable()
export class WebhookCaller {
  constructor(private readonly config: Config) {}

  /** Null: it may be called. Else the reason, as a stable code. Names are looked at again at each call. */
  objection(text: string): 'address-unreadable' | 'address-not-https' | 'address-not-public' | null {
    const url = readAddress(text);
    if (!url || url.username !== '' || url.password !== '') return 'address-unreadable';
    if (this.isAllowed(url)) return null;
    if (url.protocol !== 'https:') return 'address-not-https';
    const host = hostOf(url);
    return isIP(host) !== 0 && !isPublicAddress(host) ? 'address-not-public' : null;
  }

  async post(call: WebhookCall): Promise<void> {
    const { status } = await this.call('POST', call, 0);
    if (status < 200 || status > 299) throw new DeliveryFault('receiver', `http-${status}`);
  }

  /** As `post`, for who needs the answer; one that is longer than `most` bytes is none. */
  async ask(method: 'GET' | 'POST', call: WebhookCall, most: number): Promise<string> {
    const { status, text } = await this.call(method, call, most);
    if (status < 200 || status > 299) throw new DeliveryFault('receiver', `http-${status}`);
    if (text === null) throw new DeliveryFault('receiver', 'answer-too-long');
    return text;
  }

  private async call(method: string, { url: text, headers, body }: WebhookCall, most: number): Promise<Answered> {
    const objection = this.objection(text);
    if (objection) throw new DeliveryFault('receiver', objection);
    const url = new URL(text);
    const sent = { method, headers, body, most, patienceMs: this.config.outsidePatienceMs };
    return answerOf(url, await this.find(url), sent).catch((fault: unknown) => {
      throw new DeliveryFault('receiver', `http-${codeOf(fault)}`);
    });
  }

  /** Hosts of `WEBHOOK_HOSTS`, with their port, are the operator's own word. */
  private isAllowed(url: URL): boolean {
    return /^https?:$/.test(url.protocol) && this.config.webhookHosts.includes(url.host);
  }

  private async find(url: URL): Promise<Found> {
    const all = await lookup(hostOf(url), { all: true }).catch(() => {
      throw new DeliveryFault('receiver', 'name-unknown');
    });
    if (!this.isAllowed(url) && !all.every(({ address }) => isPublicAddress(address)))
      throw new DeliveryFault('receiver', 'address-not-public');
    return all[0]!;
  }
}

/** Without the brackets of an IPv6 address. */
const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '');

/** `ABORT_ERR`: our own patience was at its end. */
function codeOf(fault: unknown): string {
  const { code, name } = fault as { code?: unknown; name?: string };
  if (code === 'ABORT_ERR') return 'timeout';
  return String(typeof code === 'string' ? code : (name ?? 'failed')).toLowerCase();
}

interface Sent extends Pick<WebhookCall, 'headers' | 'body'> {
  readonly method: string;
  readonly patienceMs: number;
  readonly most: number;
}

/** `text`: null where it is longer than it may be. */
interface Answered {
  readonly status: number;
  readonly text: string | null;
}

/** With `most` 0 the body of the answer is not read. */
function answerOf(url: URL, { address, family }: Found, sent: Sent): Promise<Answered> {
  const { method, headers, body, most, patienceMs } = sent;
  const toThisOne: LookupFunction = (_host, _options, done) => done(null, address, family);
  const options: RequestOptions & { autoSelectFamily: boolean } = {
    method,
    headers: { ...headers, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
    lookup: toThisOne,
    autoSelectFamily: false,
    agent: false,
    signal: AbortSignal.timeout(patienceMs),
  };
  return new Promise((done, fail) => {
    const request = url.protocol === 'https:' ? requestTls : requestPlain;
    const call = request(url, options, (response) => {
      const status = response.statusCode ?? 0;
      if (most > 0) return void read(response, most).then((text) => done({ status, text }), fail);
      done({ status, text: '' });
      response.destroy();
    });
    call.on('error', fail);
    call.end(body);
  });
}

async function read(response: IncomingMessage, most: number): Promise<string | null> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of response as AsyncIterable<Buffer>) {
    length += piece.length;
    if (length > most) {
      response.destroy();
      return null;
    }
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}
