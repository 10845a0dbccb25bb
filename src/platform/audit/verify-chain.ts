import { type AuditBlock, type AuditSeal, blockHash, NO_BLOCK } from './audit-block';
import type { AuditChain } from './audit-chain.store';
import { hashOf } from './audit-entry';
import { olderPlace, type HeadPlaces, type KnownHeads } from './audit-head';

/** What is wrong with the trail, and where. */
export type ChainFault =
  | {
      readonly kind: 'entry-changed' | 'entry-removed' | 'entry-added';
      readonly entryId: string;
      readonly blockId: number;
    }
  | {
      readonly kind: 'block-changed' | 'block-unsigned' | 'block-key-older' | 'block-unchained' | 'head-differs';
      readonly blockId: number;
    }
  | { readonly kind: 'blocks-removed' | 'end-cut'; readonly blockId: number; readonly upToBlockId: number }
  | { readonly kind: 'head-older'; readonly place: keyof HeadPlaces; readonly blockId: number; readonly newest: number }
  | { readonly kind: 'head-missing'; readonly place: keyof HeadPlaces };

export interface ChainReport {
  readonly blocks: number;
  readonly entries: number;
  /** Written so lately that they are in no block yet. */
  readonly unsealed: number;
  readonly faults: readonly ChainFault[];
}

type Link = Pick<AuditBlock, 'id' | 'hash' | 'upToXid' | 'epoch' | 'kid'>;

/** Recomputes everything: each entry, each block, how they hang together, and whether the end is the one that is remembered. */
export async function verifyChain(chain: AuditChain, seal: AuditSeal, heads: KnownHeads): Promise<ChainReport> {
  const faults: ChainFault[] = [];
  let previous: Link = NO_BLOCK;
  let [blocks, entries] = [0, 0];
  for await (const block of chain.blocks()) {
    faults.push(
      ...faultsOfLink(block, previous),
      ...faultsOfBlock(block, previous, seal),
      ...(await faultsOfEntries(chain, block)),
      ...(await faultsBetween(chain, previous, block)),
    );
    if ([heads.head, heads.copy].some((head) => head?.blockId === block.id && head.hash !== block.hash))
      faults.push({ kind: 'head-differs', blockId: block.id });
    blocks += 1;
    entries += block.entryIds.length;
    previous = block;
  }
  faults.push(...(await faultsOfEnd(chain, heads, previous.id)));
  return { blocks, entries, unsealed: await chain.countFrom({ epoch: previous.epoch, xid: previous.upToXid }), faults };
}

/** The end of the chain as two files and a counter remember it. The counter only grows. */
async function faultsOfEnd(chain: AuditChain, heads: KnownHeads, last: number): Promise<ChainFault[]> {
  const faults: ChainFault[] = [];
  const newest = Math.max(heads.head?.blockId ?? 0, heads.copy?.blockId ?? 0, await chain.sealedTo());
  if (newest > last) faults.push({ kind: 'end-cut', blockId: last + 1, upToBlockId: newest });
  const older = olderPlace(heads);
  if (older !== null) faults.push({ kind: 'head-older', place: older, blockId: heads[older]?.blockId ?? 0, newest });
  for (const place of ['head', 'copy'] as const)
    if (heads[place] === null && last > 0) faults.push({ kind: 'head-missing', place });
  return faults;
}

/** After a gap nothing can be said about how the block hangs on the one before it. */
function faultsOfLink(block: AuditBlock, previous: Link): ChainFault[] {
  if (block.id !== previous.id + 1)
    return [{ kind: 'blocks-removed', blockId: previous.id + 1, upToBlockId: block.id - 1 }];
  const goesOn = block.epoch === previous.epoch && block.fromXid === previous.upToXid;
  const beginsEpoch = block.epoch > previous.epoch && block.fromXid === '0';
  const isChained = block.previousHash === previous.hash && (goesOn || beginsEpoch);
  return isChained ? [] : [{ kind: 'block-unchained', blockId: block.id }];
}

/** A key that was retired may have leaked: what it signs afterwards is not believed. */
function faultsOfBlock(block: AuditBlock, previous: Link, seal: AuditSeal): ChainFault[] {
  if (blockHash(block) !== block.hash) return [{ kind: 'block-changed', blockId: block.id }];
  if (!seal.signed(block)) return [{ kind: 'block-unsigned', blockId: block.id }];
  const isOlder = seal.placeOf(block.kid) < seal.placeOf(previous.kid);
  return isOlder ? [{ kind: 'block-key-older', blockId: block.id }] : [];
}

async function faultsOfEntries(chain: AuditChain, block: AuditBlock): Promise<ChainFault[]> {
  const faults: ChainFault[] = [];
  const expected = new Map(block.entryIds.map((id, i) => [id, block.entryHashes[i]]));
  for await (const entry of chain.entries(block)) {
    const hash = expected.get(entry.id);
    if (hash === undefined) faults.push({ kind: 'entry-added', entryId: entry.id, blockId: block.id });
    else if (hash !== hashOf(entry)) faults.push({ kind: 'entry-changed', entryId: entry.id, blockId: block.id });
    expected.delete(entry.id);
  }
  for (const entryId of expected.keys()) faults.push({ kind: 'entry-removed', entryId, blockId: block.id });
  return faults;
}

/** A restore begins an epoch; whatever of the epoch before is in no block by then was put there later. */
async function faultsBetween(chain: AuditChain, previous: Link, block: AuditBlock): Promise<ChainFault[]> {
  if (block.epoch <= previous.epoch || block.id !== previous.id + 1) return [];
  const from = { epoch: previous.epoch, xid: previous.upToXid };
  const ids = await chain.idsBetween(from, { epoch: block.epoch, xid: block.fromXid });
  return ids.map((entryId) => ({ kind: 'entry-added', entryId, blockId: block.id }));
}
