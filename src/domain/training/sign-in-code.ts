import { SECOND, type Instant } from '../../kernel/time';

/** How long the trainer's screen shows one code. */
export const STEP_MS = 30 * SECOND;
const DIGITS = 8;

export const stepAt = (at: Instant): number => Math.floor(at / STEP_MS);

/** When the code on the screen changes. */
export const stepEndsAt = (at: Instant): Instant => (stepAt(at) + 1) * STEP_MS;

/** HMAC-SHA256 with the secret of the session. The caller supplies the secret. */
export type Hmac = (message: string) => Uint8Array;

/** Eight digits from an HMAC, by the dynamic truncation of RFC 4226 (5.3). */
export function codeOfStep(hmac: Hmac, step: number): string {
  const hash = hmac(`hanan-training-v1:${step}`);
  const offset = (hash[hash.length - 1] ?? 0) & 0x0f;
  const number = [0, 1, 2, 3].reduce((sum, i) => sum * 256 + ((hash[offset + i] ?? 0) & (i === 0 ? 0x7f : 0xff)), 0);
  return String(number % 10 ** DIGITS).padStart(DIGITS, '0');
}

export type SignInCode = { readonly sessionId: string | null; readonly code: string } | null;

/** What was scanned or typed: the address in the picture, or the eight digits alone, with spaces or without. */
export function readSignInCode(text: string): SignInCode {
  const link = /[?&]session=([^&#\s]+)&code=(\d{8})\b/.exec(text);
  if (link) return { sessionId: link[1] ?? null, code: link[2] ?? '' };
  const digits = text.normalize('NFKC').replace(/[\s-]/g, '');
  return /^\d{8}$/.test(digits) ? { sessionId: null, code: digits } : null;
}

export type CodeVerdict = 'good' | 'training.code-old' | 'training.code-unknown';

/** Older codes are known for a while, so that a forwarded one is called old and not wrong. */
const REMEMBERED_STEPS = 120;

/** The code of this step and of the one before counts: a scan takes some seconds. */
export function judgeCode(hmac: Hmac, code: string, at: Instant): CodeVerdict {
  const now = stepAt(at);
  if (code === codeOfStep(hmac, now) || code === codeOfStep(hmac, now - 1)) return 'good';
  for (let step = now - 2; step > now - REMEMBERED_STEPS; step -= 1)
    if (code === codeOfStep(hmac, step)) return 'training.code-old';
  return 'training.code-unknown';
}
