import { sign } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { unlockClaims, type Unlock } from '../../domain/jobs/unlock-claims';
import type { Instant } from '../../kernel/time';
import { Config } from '../../platform/config/config';

/** A public key as RFC 8037 writes it, for chip makers and doubters. */
export interface PublicUnlockKey {
  readonly kty: string;
  readonly crv: string;
  readonly x: string;
  readonly kid: string;
  readonly alg: 'EdDSA';
  readonly use: 'sig';
}

/** Signs unlock tokens: compact JWS (RFC 7515) with Ed25519 (RFC 8037). The first configured key signs. */
@Injectable()
export class UnlockSigner {
  constructor(private readonly config: Config) {}

  sign(unlock: Unlock, at: Instant): string {
    const [key] = this.config.unlockKeys;
    if (!key) throw new Error('no unlock key is configured');
    const head = encoded({ alg: 'EdDSA', kid: key.kid });
    const signed = `${head}.${encoded(unlockClaims(unlock, at))}`;
    return `${signed}.${sign(null, Buffer.from(signed), key.privateKey).toString('base64url')}`;
  }

  publicKeys(): { keys: PublicUnlockKey[] } {
    return {
      keys: this.config.unlockKeys.map(({ kid, publicKey }) => {
        const { kty = '', crv = '', x = '' } = publicKey.export({ format: 'jwk' });
        return { kty, crv, x, kid, alg: 'EdDSA', use: 'sig' };
      }),
    };
  }
}

const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
