import { sign, verify } from 'node:crypto';
import { derivedKey, publicJwk, type DerivedKey, type PublicJwk } from '../signing/derived-key';
import { hashOf } from './audit-entry';

/** One link of the chain: what was sealed at one moment. Its hash covers all other fields but the signature. */
export interface AuditBlock {
  readonly id: number;
  /** ISO 8601, UTC. */
  readonly sealedAt: string;
  readonly previousHash: string;
  readonly entryIds: readonly string[];
  readonly entryHashes: readonly string[];
  /** The block holds all entries of transactions from this one on, where the block before it ended. */
  readonly fromXid: string;
  /** And below this one. */
  readonly upToXid: string;
  /** All of one epoch: transactions are counted anew after a restore. */
  readonly epoch: number;
  readonly hash: string;
  readonly signature: string;
}

/** What the first block follows. */
export const NO_BLOCK: Pick<AuditBlock, 'id' | 'hash' | 'upToXid' | 'epoch'> = {
  id: 0,
  hash: '',
  upToXid: '0',
  epoch: 1,
};

export type BlockContent = Omit<AuditBlock, 'hash' | 'signature'>;

/** The first epoch is not named: blocks were sealed before there were epochs, and keep their hashes. */
export function blockHash(content: BlockContent): string {
  const { id, sealedAt, previousHash, entryIds, entryHashes, fromXid, upToXid, epoch } = content;
  const sealed = { id, sealedAt, previousHash, entryIds, entryHashes, fromXid, upToXid };
  return hashOf(epoch === 1 ? sealed : { ...sealed, epoch });
}

/**
 * Signs blocks, so that someone who can write to the database alone cannot make a chain of his own. The key is derived
 * (HKDF-SHA256) from SEARCH_KEY, the one secret that an installation never changes; its public half stands in the head
 * file, for an auditor who is not to know secrets.
 */
export class AuditSeal {
  private readonly key: DerivedKey;

  constructor(searchKey: Buffer) {
    this.key = derivedKey(searchKey, 'hanan audit chain 1');
  }

  seal(content: BlockContent): AuditBlock {
    const hash = blockHash(content);
    return { ...content, hash, signature: sign(null, Buffer.from(hash), this.key.privateKey).toString('base64url') };
  }

  signed({ hash, signature }: Pick<AuditBlock, 'hash' | 'signature'>): boolean {
    return verify(null, Buffer.from(hash), this.key.publicKey, Buffer.from(signature, 'base64url'));
  }

  /** PEM. */
  get publicPem(): string {
    return this.key.publicKey.export({ format: 'pem', type: 'spki' }).toString();
  }

  /** For whoever checks blocks with a tool for JSON Web Keys. */
  get publicJwk(): PublicJwk {
    return publicJwk(this.key.publicKey);
  }
}
