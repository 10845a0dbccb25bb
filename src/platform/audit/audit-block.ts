import { sign, verify } from 'node:crypto';
import { publicJwk, signingKeys, type DerivedKey, type PublicJwk, type SigningSecrets } from '../config/derived-key';
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
  /** Which key signed; null: the first. The hash does not cover it, the signature proves it. */
  readonly kid: string | null;
}

/** What the first block follows. */
export const NO_BLOCK: Pick<AuditBlock, 'id' | 'hash' | 'upToXid' | 'epoch' | 'kid'> = {
  id: 0,
  hash: '',
  upToXid: '0',
  epoch: 1,
  kid: null,
};

export type BlockContent = Omit<AuditBlock, 'hash' | 'signature' | 'kid'>;

/** The first epoch is not named: blocks were sealed before there were epochs, and keep their hashes. */
export function blockHash(content: BlockContent): string {
  const { id, sealedAt, previousHash, entryIds, entryHashes, fromXid, upToXid, epoch } = content;
  const sealed = { id, sealedAt, previousHash, entryIds, entryHashes, fromXid, upToXid };
  return hashOf(epoch === 1 ? sealed : { ...sealed, epoch });
}

/**
 * Signs blocks, so that someone who can write to the database alone cannot make a chain of his own. The first key is derived
 * from SEARCH_KEY, later ones from SIGNING_KEY; the public half of the newest block's key stands in the head file, for an
 * auditor who is not to know secrets.
 */
export class AuditSeal {
  private readonly keys: readonly DerivedKey[];
  private readonly newest: number;

  constructor(secrets: SigningSecrets) {
    const { all, signs } = signingKeys(secrets, 'hanan audit chain 1');
    this.keys = all;
    this.newest = all.indexOf(signs);
  }

  /** `before`: by which key the block before is signed. Keys only go forward, also while a process is late to learn. */
  seal(content: BlockContent, before: string | null = null): AuditBlock {
    const place = Math.max(this.newest, this.placeOf(before));
    const { kid, privateKey } = this.keys[place]!;
    const hash = blockHash(content);
    const signature = sign(null, Buffer.from(hash), privateKey).toString('base64url');
    return { ...content, hash, signature, kid: place === 0 ? null : kid };
  }

  signed({ hash, signature, kid }: Pick<AuditBlock, 'hash' | 'signature' | 'kid'>): boolean {
    const key = this.keys[this.placeOf(kid)];
    return key !== undefined && verify(null, Buffer.from(hash), key.publicKey, Buffer.from(signature, 'base64url'));
  }

  /** In the order of the keys; -1: none of this installation. */
  placeOf(kid: string | null): number {
    return kid === null ? 0 : this.keys.findIndex((key) => key.kid === kid);
  }

  /** PEM of the key that signed. */
  publicPemOf({ kid }: Pick<AuditBlock, 'kid'>): string {
    const key = this.keys[this.placeOf(kid)];
    return key?.publicKey.export({ format: 'pem', type: 'spki' }).toString() ?? '';
  }

  /** The oldest first, for whoever checks blocks with a tool for JSON Web Keys. */
  get publicJwks(): PublicJwk[] {
    return this.keys.map(({ publicKey }) => publicJwk(publicKey));
  }
}
