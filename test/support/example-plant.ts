import { createHmac, generateKeyPairSync, sign, type JsonWebKey, type KeyObject } from 'node:crypto';

/**
 * The worked example of docs/exchange.md for a chemical plant: its special-work system in plain Node. It knows the page
 * and nothing of the inside.
 */
type Paper = Readonly<Record<string, unknown>>;

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A key pair of the plant; the platform is given the public half alone. */
export class PlantSigner {
  private constructor(
    readonly kid: string,
    private readonly alg: 'EdDSA' | 'ES256',
    private readonly privateKey: KeyObject,
    readonly jwk: JsonWebKey,
  ) {}

  static ed25519(kid: string): PlantSigner {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    return new PlantSigner(kid, 'EdDSA', privateKey, publicKey.export({ format: 'jwk' }));
  }

  static p256(kid: string): PlantSigner {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    return new PlantSigner(kid, 'ES256', privateKey, publicKey.export({ format: 'jwk' }));
  }

  /** A JWS in compact form. */
  sign(paper: Paper, head: object = {}): string {
    const signed = `${part({ typ: 'hanan-paper+jws', alg: this.alg, kid: this.kid, ...head })}.${part(paper)}`;
    const digest = this.alg === 'ES256' ? 'sha256' : null;
    const signature = sign(digest, Buffer.from(signed), { key: this.privateKey, dsaEncoding: 'ieee-p1363' });
    return `${signed}.${signature.toString('base64url')}`;
  }
}

/** `Hanan-Partner` and `Hanan-Signature` of a request, as for every other platform. */
export function requestHead(
  { id, secret }: { id: string; secret: string },
  method: string,
  path: string,
  body = '',
  now = Date.now(),
): Record<string, string> {
  const seconds = Math.floor(now / 1_000);
  const v1 = createHmac('sha256', secret).update(`${seconds}\n${method}\n${path}\n${body}`).digest('hex');
  return { 'hanan-partner': id, 'hanan-signature': `t=${seconds},v1=${v1}` };
}
