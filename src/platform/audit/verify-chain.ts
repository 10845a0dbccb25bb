import { type AuditBlock, type AuditSeal, blockHash, NO_BLOCK } from './audit-block';
import type { AuditChain } from './audit-chain.store';
import { hashOf } from './audit-entry';
import type { AuditHead } from './audit-head';

/** What is wrong with the trail, and where. */
export type ChainFault =
  | {
      readonly kind: 'entry-changed' | 'entry-removed' | 'entry-added';
      readonly entryId: string;
      readonly blockId: number;
    }
  | { readonly kind: 'block-changed' | 'block-unsigned' | 'block-unchained' | 'head-differs'; readonly blockId: number }
  | { readonly kind: 'blocks-removed' | 'end-cut'; readonly blockId: number; readonly upToBlockId: number }
  | { readonly kind: 'head-missing' };

export interface ChainReport {
  readonly blocks: number;
  readonly entries: number;
  /** Written so lately that they are in no block yet. */
  readonly unsealed: number;
  readonly faults: readonly ChainFault[];
}

type Link = Pick<AuditBlock, 'id' | 'hash' | 'upToXid'>;

/** Recomputes everything: each entry, each block, how they hang together, and whether the end is the one that is remembered. */
export async function verifyChain(chain: AuditChain, seal: AuditSeal, head: AuditHead | null): Promise<ChainReport> {
  const faults: ChainFault[] = [];
  let previous: Link = NO_BLOCK;
  let [blocks, entries] = [0, 0];
  for await (const block of chain.blocks()) {
    faults.push(
      ...faultsOfLink(block, previous),
      ...faultsOfBlock(block, seal),
      ...(await faultsOfEntries(chain, block)),
    );
    if (head?.blockId === block.id && head.hash !== block.hash)
      faults.push({ kind: 'head-differs', blockId: block.id });
    blocks += 1;
    entries += block.entryIds.length;
    previous = block;
  }
  if (head && head.blockId > previous.id)
    faults.push({ kind: 'end-cut', blockId: previous.id + 1, upToBlockId: head.blockId });
  if (!head && blocks > 0) faults.push({ kind: 'head-missing' });
  return { blocks, entries, unsealed: await chain.countFrom(previous.upToXid), faults };
}

/** After a gap nothing can be said about how the block hangs on the one before it. */
function faultsOfLink(block: AuditBlock, previous: Link): ChainFault[] {
  if (block.id !== previous.id + 1)
    return [{ kind: 'blocks-removed', blockId: previous.id + 1, upToBlockId: block.id - 1 }];
  const isChained = block.previousHash === previous.hash && block.fromXid === previous.upToXid;
  return isChained ? [] : [{ kind: 'block-unchained', blockId: block.id }];
}

function faultsOfBlock(block: AuditBlock, seal: AuditSeal): ChainFault[] {
  if (blockHash(block) !== block.hash) return [{ kind: 'block-changed', blockId: block.id }];
  return seal.signed(block) ? [] : [{ kind: 'block-unsigned', blockId: block.id }];
}

async function faultsOfEntries(chain: AuditChain, block: AuditBlock): Promise<ChainFault[]> {
  const faults: ChainFault[] = [];
  const expected = new Map(block.entryIds.map((id, i) => [id, block.entryHashes[i]]));
  for await (const entry of chain.entries(block.fromXid, block.upToXid)) {
    const hash = expected.get(entry.id);
    if (hash === undefined) faults.push({ kind: 'entry-added', entryId: entry.id, blockId: block.id });
    else if (hash !== hashOf(entry)) faults.push({ kind: 'entry-changed', entryId: entry.id, blockId: block.id });
    expected.delete(entry.id);
  }
  for (const entryId of expected.keys()) faults.push({ kind: 'entry-removed', entryId, blockId: block.id });
  return faults;
}
