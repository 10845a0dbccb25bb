import { sign } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditSeal } from '../../../platform/audit/audit-block';
import { Config } from '../../../platform/config/config';
import { publicJwk, signingKeys, type PublicJwk } from '../../../platform/config/derived-key';

/** Signs evidence packs: a detached JWS (RFC 7515, appendix F) with Ed25519, by a key that signs nothing else. */
@Injectable()
export class EvidenceSigner {
  constructor(private readonly config: Config) {}

  /** The one that signs now. */
  get key(): PublicJwk {
    return publicJwk(this.keys().signs.publicKey);
  }

  /** All that ever signed, the oldest first: packs of years ago are checked by them. */
  get allKeys(): PublicJwk[] {
    return this.keys().all.map(({ publicKey }) => publicJwk(publicKey));
  }

  /** Of the blocks of the audit trail, the oldest first. */
  get auditKeys(): PublicJwk[] {
    return new AuditSeal(this.config).publicJwks;
  }

  sign(content: Buffer): string {
    const { kid, privateKey } = this.keys().signs;
    const head = Buffer.from(JSON.stringify({ alg: 'EdDSA', kid })).toString('base64url');
    const signature = sign(null, Buffer.from(`${head}.${content.toString('base64url')}`), privateKey);
    return `${head}..${signature.toString('base64url')}`;
  }

  private keys() {
    return signingKeys(this.config, 'hanan evidence 1');
  }
}
