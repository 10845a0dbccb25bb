import { createPublicKey, generateKeyPairSync, verify, type JsonWebKey } from 'node:crypto';
import { UnlockSigner } from '../../../src/modules/jobs/unlock-signer';
import { Config } from '../../../src/platform/config/config';

const keyPair = (kid: string) => ({ kid, ...generateKeyPairSync('ed25519') });
const signer = (...kids: string[]) =>
  new UnlockSigner(
    new Config({ jwtSecret: '', masterKeys: new Map(), searchKey: Buffer.alloc(0), unlockKeys: kids.map(keyPair) }),
  );
const at = Date.parse('2026-11-24T02:00:00Z');
const unlock = {
  jobId: 'J1',
  chipNo: 'TEST00000001',
  boot: 7,
  outlet: 1,
  workUntil: at + 3_600_000,
  idleLimitS: 7_200,
};

/** As a chip does it: RFC 7515 by hand, with the key that `kid` names. */
function verified(token: string, keys: readonly object[]): boolean {
  const [head = '', body = '', signature = ''] = token.split('.');
  const { kid } = JSON.parse(Buffer.from(head, 'base64url').toString()) as { kid: string };
  const key = keys.find((one) => (one as { kid: string }).kid === kid) as JsonWebKey;
  const publicKey = createPublicKey({ key, format: 'jwk' });
  return verify(null, Buffer.from(`${head}.${body}`), publicKey, Buffer.from(signature, 'base64url'));
}

describe('unlock tokens', () => {
  it('are signed by the first key, and anyone verifies them with the published ones', () => {
    const own = signer('a', 'b');
    const token = own.sign(unlock, at);
    const { keys } = own.publicKeys();
    expect(verified(token, keys)).toBe(true);
    const [head = '', body = ''] = token.split('.').map((part) => Buffer.from(part, 'base64url').toString());
    expect(JSON.parse(head)).toEqual({ alg: 'EdDSA', kid: 'a' });
    expect(JSON.parse(body)).toMatchObject({ iss: 'hanan', sub: 'TEST00000001', jti: 'J1', exp: at / 1_000 + 10 });
    expect(keys.map(({ kid }) => kid)).toEqual(['a', 'b']);
    expect(keys.map((key) => Object.keys(key).sort())).toEqual(Array(2).fill(['alg', 'crv', 'kid', 'kty', 'use', 'x']));
  });

  it('of another installation, or with one bit flipped, do not verify', () => {
    const own = signer('a');
    const { keys } = own.publicKeys();
    expect(verified(signer('a').sign(unlock, at), keys)).toBe(false);
    const [head = '', body = '', signature = ''] = own.sign(unlock, at).split('.');
    for (const longer of [
      { ...unlock, outlet: 2 },
      { ...unlock, workUntil: at + 7_200_000 },
    ]) {
      const [, otherBody = ''] = own.sign(longer, at).split('.');
      expect(verified(`${head}.${otherBody}.${signature}`, keys)).toBe(false);
    }
    expect(verified(`${head}.${body}.${signature}`, keys)).toBe(true);
  });
});
