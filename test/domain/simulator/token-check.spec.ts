import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import {
  checkToken,
  openSigned,
  readKey,
  readKeySet,
  type HeldKey,
  type TokenFacts,
} from '../../../src/simulator/token-check';

const NOW = 1_767_225_600_000;
const IAT = NOW / 1000;
const pair = generateKeyPairSync('ed25519');
const other = generateKeyPairSync('ed25519');

const held = (publicKey: KeyObject, kid: string): HeldKey => readKey({ ...publicKey.export({ format: 'jwk' }), kid });
const A = held(pair.publicKey, 'A');

const CLAIMS = {
  iss: 'hanan',
  sub: 'DEMO0000000001',
  jti: '01JOB',
  iat: IAT,
  exp: IAT + 10,
  until: IAT + 3600,
  idle: 7200,
  boot: 7,
  outlet: 1,
};

const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
function signed(claims: unknown = CLAIMS, header: unknown = { alg: 'EdDSA', kid: 'A' }, key = pair.privateKey): string {
  const text = `${encoded(header)}.${encoded(claims)}`;
  return `${text}.${sign(null, Buffer.from(text), key).toString('base64url')}`;
}

const FACTS: TokenFacts = { chipNo: 'DEMO0000000001', boot: 7, now: NOW, keys: [A], usedJobs: [] };
const errorOf = (token: string, facts: Partial<TokenFacts> = {}): string => {
  const verdict = checkToken(token, { ...FACTS, ...facts });
  return verdict.ok ? 'ok' : verdict.error;
};

describe('an unlock token as a chip checks it', () => {
  it('says what it grants, in milliseconds', () => {
    expect(checkToken(signed(), FACTS)).toEqual({
      ok: true,
      claims: {
        jobId: '01JOB',
        outlet: 1,
        expiresAt: (IAT + 10) * 1000,
        until: (IAT + 3600) * 1000,
        idleMs: 7_200_000,
      },
    });
  });

  it.each([
    ['one millisecond before it expires', { now: (IAT + 10) * 1000 - 1 }, 'ok'],
    ['as it expires', { now: (IAT + 10) * 1000 }, 'expired'],
    ['for another chip', { chipNo: 'DEMO0000000002' }, 'wrong-chip'],
    ['for the boot before', { boot: 8 }, 'wrong-boot'],
    ['before the time is known', { now: null }, 'no-time'],
    ['used before', { usedJobs: ['01JOB'] }, 'replayed'],
    ['without a key', { keys: [] }, 'bad-signature'],
    ['under a retired key of the same name', { keys: [held(other.publicKey, 'A')] }, 'bad-signature'],
  ] as const)('%s: %s', (_, facts, expected) => {
    expect(errorOf(signed(), facts)).toBe(expected);
  });

  it.each([
    ['another algorithm', signed(CLAIMS, { alg: 'none', kid: 'A' })],
    ['an unknown key', signed(CLAIMS, { alg: 'EdDSA', kid: 'B' })],
    ['a critical extension it does not know', signed(CLAIMS, { alg: 'EdDSA', kid: 'A', crit: ['x'] })],
    ['a foreign signer', signed(CLAIMS, { alg: 'EdDSA', kid: 'A' }, other.privateKey)],
    ['another issuer', signed({ ...CLAIMS, iss: 'other' })],
    ['a claim that is missing', signed({ ...CLAIMS, outlet: undefined })],
    ['a claim that is no whole number', signed({ ...CLAIMS, until: '9' })],
    ['a payload that is no object', signed([1])],
    ['no token at all', 'a.b'],
    ['nothing', ''],
  ])('is refused with %s', (_, token) => {
    expect(errorOf(token)).toBe('bad-signature');
  });

  it('work that is over already is no work', () => {
    expect(errorOf(signed({ ...CLAIMS, until: IAT }))).toBe('expired');
  });

  it('fails with any bit of it flipped, and in any other spelling', () => {
    const token = signed();
    const parts = token.split('.');
    parts.forEach((part, n) => {
      const bytes = Buffer.from(part, 'base64url');
      for (let bit = 0; bit < bytes.length * 8; bit += 1) {
        const flipped = Buffer.from(bytes);
        flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        expect(openSigned(parts.with(n, flipped.toString('base64url')).join('.'), [A])).toBeNull();
      }
    });
    expect(openSigned(`${token}=`, [A])).toBeNull();
    const last = token.at(-1) ?? '';
    const stray = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const next = stray[(stray.indexOf(last) + 1) % 64] ?? '';
    expect(openSigned(token.slice(0, -1) + next, [A])).toBeNull();
  });

  it('verifies the example of RFC 8037, appendix A.4', () => {
    const key = readKey({ kty: 'OKP', crv: 'Ed25519', kid: 'rfc', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' });
    const example =
      'eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc.' +
      'hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg';
    // its header names no key and its payload is no JSON, so a chip refuses it; the signature itself is checked here
    expect(openSigned(example, [key])).toBeNull();
    const [head, body, signature] = example.split('.');
    const { verify } = jest.requireActual<typeof import('node:crypto')>('node:crypto');
    expect(verify(null, Buffer.from(`${head}.${body}`), key.key, Buffer.from(signature ?? '', 'base64url'))).toBe(true);
  });

  it('reads the published key set, and only Ed25519 keys', () => {
    const jwk = { ...pair.publicKey.export({ format: 'jwk' }), kid: 'A', alg: 'EdDSA', use: 'sig' };
    expect(readKeySet({ keys: [jwk] }).map(({ kid }) => kid)).toEqual(['A']);
    expect(() => readKeySet({})).toThrow('no "keys"');
    expect(() => readKeySet({ keys: [{ ...jwk, crv: 'X25519' }] })).toThrow('Ed25519');
    expect(() => readKeySet({ keys: [{ ...jwk, kid: undefined }] })).toThrow('kid');
  });
});
