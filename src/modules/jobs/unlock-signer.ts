import { sign } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { unlockClaims, type Unlock } from '../../domain/jobs/unlock-claims';
import { keyFor } from '../../domain/wire/key-set';
import { SECOND, type Instant } from '../../kernel/time';
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

/** By their `kid`, the keys that a chip holds; null where it never told. */
export type HeldKeys = readonly string[] | null;

/**
 * Signs what a chip must not take from anybody else: compact JWS (RFC 7515) with Ed25519 (RFC 8037). The first configured
 * key that the chip holds signs, so that the keys can change while chips are away.
 */
@Injectable()
export class UnlockSigner {
  constructor(private readonly config: Config) {}

  sign(unlock: Unlock, at: Instant, held: HeldKeys = null): string {
    return this.signed(unlockClaims(unlock, at), held);
  }

  /** All keys that the chip is to hold from now on. */
  signKeys(at: Instant, held: HeldKeys = null): string {
    const keys = this.publicKeys().keys.map(({ kty, crv, x, kid }) => ({ kty, crv, x, kid }));
    return this.signed({ iss: 'hanan', iat: Math.floor(at / SECOND), keys }, held);
  }

  /** The platform's half of a new secret. */
  signOffer(
    offer: { readonly chipNo: string; readonly no: number; readonly x: string },
    held: HeldKeys = null,
  ): string {
    const { chipNo: sub, no, x } = offer;
    return this.signed({ iss: 'hanan', sub, no, x }, held);
  }

  get kids(): string[] {
    return this.config.unlockKeys.map(({ kid }) => kid);
  }

  publicKeys(): { keys: PublicUnlockKey[] } {
    return {
      keys: this.config.unlockKeys.map(({ kid, publicKey }) => {
        const { kty = '', crv = '', x = '' } = publicKey.export({ format: 'jwk' });
        return { kty, crv, x, kid, alg: 'EdDSA', use: 'sig' };
      }),
    };
  }

  /** A chip that holds none of ours refuses whatever it is sent, and says so. */
  private signed(claims: object, held: HeldKeys): string {
    const key = keyFor(this.config.unlockKeys, held) ?? this.config.unlockKeys[0];
    if (!key) throw new Error('no unlock key is configured');
    const signed = `${encoded({ alg: 'EdDSA', kid: key.kid })}.${encoded(claims)}`;
    return `${signed}.${sign(null, Buffer.from(signed), key.privateKey).toString('base64url')}`;
  }
}

const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
