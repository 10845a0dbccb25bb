import { createHmac, createPublicKey, diffieHellman, generateKeyPairSync } from 'node:crypto';
import type { NextSecret, Settings } from './chip-state';
import type { Turn } from './chip-turn';
import { openSigned, readKey, type HeldKey } from './token-check';

/** Commands about what a chip keeps (docs/chip-protocol.md, "configure", "keys" and "secret"). */

const LIMITS = {
  sampleMs: [1_000, 10_000],
  idleSampleMs: [10_000, 60_000],
  arcFromA: [2, 30],
  arcPauseMs: [50, 2_000],
} as const satisfies Readonly<Record<Exclude<keyof Settings, 'no'>, readonly [number, number]>>;

/** Older settings are no fault: they come late. */
export function configure(turn: Turn, id: string, command: Readonly<Record<string, unknown>>): void {
  const within = Object.entries(LIMITS).every(([name, [least, most]]) => {
    const value = command[name];
    return typeof value === 'number' && value >= least && value <= most;
  });
  if (!within || !Number.isSafeInteger(command['no'])) return turn.reply(id, { ok: false, error: 'bad-value' });
  const { no, sampleMs, idleSampleMs, arcFromA, arcPauseMs } = command as unknown as Settings;
  if (no > turn.state.settings.no) {
    turn.samples(); // measured as it was set until now
    turn.remember({ settings: { no, sampleMs, idleSampleMs, arcFromA, arcPauseMs } });
    turn.set({ meters: turn.state.meters.map((meter) => ({ ...meter, arcFromA })) });
  }
  turn.reply(id, { ok: true, settings: turn.state.settings.no });
}

/** All keys that the chip is to hold, signed by one that it holds. A set older than the last one would bring lost keys back. */
export function installKeys(turn: Turn, id: string, jws: string): void {
  const set = openSigned(jws, turn.state.keys);
  if (set === null) return turn.reply(id, { ok: false, error: 'bad-signature' });
  const keys = readKeys(set['keys']);
  const iat = Number(set['iat']);
  if (set['iss'] !== 'hanan' || !Number.isSafeInteger(iat) || keys === null)
    return turn.reply(id, { ok: false, error: 'unsupported' });
  if (iat < turn.state.keysIat) return turn.reply(id, { ok: false, error: 'replayed' });
  turn.remember({ keys, keysIat: iat });
  turn.reply(id, { ok: true, keys: keys.map(({ kid }) => kid) });
}

const MOST_KEYS = 8;

function readKeys(value: unknown): HeldKey[] | null {
  if (!Array.isArray(value) || value.length === 0 || value.length > MOST_KEYS) return null;
  try {
    return value.map(readKey);
  } catch {
    return null;
  }
}

/** Both secrets are kept until the platform has let the chip in under the new one. */
export function agreeOnSecret(turn: Turn, id: string, jws: string): void {
  const { chipNo, keys, secretNo, next: known } = turn.state;
  const offer = openSigned(jws, keys);
  if (offer?.['iss'] !== 'hanan') return turn.reply(id, { ok: false, error: 'bad-signature' });
  if (offer['sub'] !== chipNo) return turn.reply(id, { ok: false, error: 'wrong-chip' });
  const no = Number(offer['no']);
  if (!Number.isSafeInteger(no) || no <= secretNo) return turn.reply(id, { ok: false, error: 'replayed' });
  const offered = String(offer['x']);
  const same = known?.no === no && known.offered === offered;
  const next = same ? known : nextSecret({ chipNo, no, offered }, turn.state.secret);
  if (next === null) return turn.reply(id, { ok: false, error: 'bad-value' });
  turn.remember({ next });
  turn.reply(id, { ok: true, x: next.answered });
}

/** The platform let the chip in under the new secret: the old one is worth nothing any more. */
export function useNext(turn: Turn): void {
  const { next } = turn.state;
  if (next) turn.remember({ secret: Buffer.from(next.secretHex, 'hex'), secretNo: next.no, next: null });
}

function nextSecret(
  { chipNo, no, offered }: { readonly chipNo: string; readonly no: number; readonly offered: string },
  secret: Uint8Array,
): NextSecret | null {
  try {
    const own = generateKeyPairSync('x25519');
    const theirs = createPublicKey({ key: { kty: 'OKP', crv: 'X25519', x: offered }, format: 'jwk' });
    const shared = diffieHellman({ privateKey: own.privateKey, publicKey: theirs }).toString('base64url');
    const agreed = createHmac('sha256', secret).update(`hanan-secret-v1:${chipNo}:${no}:${shared}`).digest('hex');
    return { no, secretHex: agreed, offered, answered: own.publicKey.export({ format: 'jwk' }).x ?? '' };
  } catch {
    return null; // not a point, or one that leaves the result to whoever sent it
  }
}
