import { sign } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditSeal } from '../../../platform/audit/audit-block';
import { Config } from '../../../platform/config/config';
import { derivedKey, publicJwk, type DerivedKey, type PublicJwk } from '../../../platform/signing/derived-key';

/** Signs evidence packs: a detached JWS (RFC 7515, appendix F) with Ed25519, by a key that signs nothing else. */
@Injectable()
export class EvidenceSigner {
  readonly key: PublicJwk;
  /** Of the blocks of the audit trail. */
  readonly auditKey: PublicJwk;
  private readonly pair: DerivedKey;

  constructor(config: Config) {
    this.pair = derivedKey(config.searchKey, 'hanan evidence 1');
    this.key = publicJwk(this.pair.publicKey);
    this.auditKey = new AuditSeal(config.searchKey).publicJwk;
  }

  sign(content: Buffer): string {
    const head = Buffer.from(JSON.stringify({ alg: 'EdDSA', kid: this.key.kid })).toString('base64url');
    const signature = sign(null, Buffer.from(`${head}.${content.toString('base64url')}`), this.pair.privateKey);
    return `${head}..${signature.toString('base64url')}`;
  }
}
