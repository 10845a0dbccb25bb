import { createHmac, timingSafeEqual } from 'node:crypto';
import { MINUTE, SECOND, type Instant } from '../../kernel/time';

/** What a signature is over. `path` with its query, as it stands in the request's first line. */
export interface Signed {
  readonly method: string;
  readonly path: string;
  readonly body: Buffer | string;
}

/** A request that is older is not believed: it may be played again by somebody who heard it. */
const PATIENCE = 5 * MINUTE;

const macOf = (secret: string, seconds: number, { method, path, body }: Signed): string =>
  createHmac('sha256', secret).update(`${seconds}\n${method}\n${path}\n`).update(body).digest('hex');

/** The value of `Hanan-Signature`. */
export function sign(secret: string, at: Instant, signed: Signed): string {
  const seconds = Math.floor(at / SECOND);
  return `t=${seconds},v1=${macOf(secret, seconds, signed)}`;
}

/** Whether who holds the secret signed this just now. */
export function isSigned(secret: string, at: Instant, signature: string, signed: Signed): boolean {
  const [, t, v1] = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(signature) ?? [];
  if (t === undefined || v1 === undefined || Math.abs(at - Number(t) * SECOND) > PATIENCE) return false;
  return timingSafeEqual(Buffer.from(v1, 'hex'), Buffer.from(macOf(secret, Number(t), signed), 'hex'));
}
