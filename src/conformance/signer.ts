import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

export interface PublicJwk {
  readonly kty: string;
  readonly crv: string;
  readonly x: string;
  readonly kid: string;
}

/** An Ed25519 pair that signs as the platform does, or as somebody who would like to be it. */
export class Signer {
  readonly jwk: PublicJwk;

  constructor(private readonly privateKey: KeyObject) {
    const { kty = '', crv = '', x = '' } = createPublicKey(privateKey).export({ format: 'jwk' });
    const kid = createHash('sha256').update(JSON.stringify({ crv, kty, x })).digest('base64url');
    this.jwk = { kty, crv, x, kid };
  }

  static fresh(): Signer {
    return new Signer(generateKeyPairSync('ed25519').privateKey);
  }

  /** From a PEM file, which is made where there is none: a chip on the table holds its public half for longer than one run. */
  static from(file: string): Signer {
    if (!existsSync(file)) {
      const pem = generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' });
      writeFileSync(file, pem, { mode: 0o600 });
    }
    return new Signer(createPrivateKey(readFileSync(file)));
  }

  jws(payload: object, head: object = {}): string {
    const text = `${encoded({ alg: 'EdDSA', kid: this.jwk.kid, ...head })}.${encoded(payload)}`;
    return `${text}.${sign(null, Buffer.from(text), this.privateKey).toString('base64url')}`;
  }
}

export const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** The same token with one bit of its signature turned. */
export function forged(token: string): string {
  const at = token.lastIndexOf('.') + 1;
  const signature = Buffer.from(token.slice(at), 'base64url');
  signature[5]! ^= 4;
  return token.slice(0, at) + signature.toString('base64url');
}
