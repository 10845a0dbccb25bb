import { TextDecoder } from 'node:util';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { RefusalError, wrongField } from '../../kernel/refusal';
import { Malformed } from './problem-kinds';

/** Deeper than any request of ours; whatever walks a body level by level runs out of stack at some thousands. */
const DEEPEST = 64;
const NUL = '\0';
const HALF_A_PAIR = /\p{Surrogate}/u;
const ENCODED_BYTES = /(?:%[0-9a-f]{2})+/gi;
const [QUOTE, BACKSLASH] = Buffer.from('"\\');
const [OPENING, CLOSING] = [Buffer.from('[{'), Buffer.from(']}')];

/** A request with the bytes of its JSON as they came: a signature is over them. */
export interface BytesRead {
  bytes?: Buffer;
}

/** A text that a database can keep: no NUL, no half of a surrogate pair. */
export const isReadable = (text: string): boolean => !text.includes(NUL) && !HALF_A_PAIR.test(text);

/**
 * Refuses what no controller can use, for every route alike: text that is no Unicode, NUL, and nesting beyond all sense.
 * A field that is wrong is named; a request that cannot be read at all is malformed.
 */
export function readOnlyReadable(app: NestFastifyApplication, bodyLimit: number): void {
  const server = app.getHttpAdapter().getInstance();
  const parseJson = server.getDefaultJsonParser('error', 'error');
  app.useBodyParser('application/json', { bodyLimit }, (request, body, done) => {
    const bytes = body;
    const text = isTooDeep(bytes) ? null : utf8(bytes);
    if (text === null) return done(new Malformed('nested too deep, or no UTF-8'));
    (request as BytesRead).bytes = bytes;
    return void parseJson(request as FastifyRequest, text, done);
  });
  server.addHook('preValidation', (request, _reply, done) => done(refusalOf(request) ?? undefined));
}

/** An address that cannot be decoded, with its signs as they stand: the router would answer it past all that we say. */
export function routable(url: string): string {
  const [path = '', ...query] = url.split('?');
  try {
    decodeURIComponent(path);
    return url;
  } catch {
    return [path.replaceAll('%', '%25'), ...query].join('?');
  }
}

function refusalOf({ originalUrl, params, query, body }: FastifyRequest): Error | null {
  if (!isUtf8Encoded(originalUrl)) return new Malformed('the address is no UTF-8');
  if (unreadablePath(params) !== null) return new Malformed('the address holds what is no text');
  const path = unreadablePath(query) ?? unreadablePath(body);
  return path === null ? null : new RefusalError(wrongField(path, 'field.format'));
}

/** Where the first text stands that cannot be kept; names of members count as text. */
function unreadablePath(value: unknown, path = ''): string | null {
  if (typeof value === 'string') return isReadable(value) ? null : path;
  if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) return null;
  for (const [name, member] of Object.entries(value)) {
    if (!isReadable(name)) return path;
    const found = unreadablePath(member, path === '' ? name : `${path}.${name}`);
    if (found !== null) return found;
  }
  return null;
}

/** Counted before anything is built: a megabyte of brackets keeps the parser busy for half a second. */
function isTooDeep(json: Buffer): boolean {
  let depth = 0;
  let quoted = false;
  for (let i = 0; i < json.length; i += 1) {
    const byte = json[i] ?? 0;
    if (quoted && byte === BACKSLASH) i += 1;
    else if (byte === QUOTE) quoted = !quoted;
    else if (quoted) continue;
    else if (OPENING.includes(byte)) depth += 1;
    else if (CLOSING.includes(byte)) depth -= 1;
    if (depth > DEEPEST) return true;
  }
  return false;
}

function utf8(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** A lone `%` is left as it is, because people type it in searches. */
const isUtf8Encoded = (url: string): boolean =>
  (url.match(ENCODED_BYTES) ?? []).every((bytes) => utf8(Buffer.from(bytes.replaceAll('%', ''), 'hex')) !== null);
