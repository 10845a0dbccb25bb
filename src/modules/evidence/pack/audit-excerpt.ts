import { verify, type KeyObject } from 'node:crypto';
import { blockHash, type AuditBlock } from '../../../platform/audit/audit-block';
import { hashOf, type SealedEntry } from '../../../platform/audit/audit-entry';
import type { EntriesWithBlocks } from '../../../platform/audit/entry-proofs';
import { keyOfJwk, thumbprintOf } from '../../../platform/config/derived-key';
import type { Manifest } from './manifest';
import type { PackFault } from './pack-fault';

export const AUDIT_ENTRIES = 'audit/entries.json';
export const AUDIT_BLOCKS = 'audit/blocks.json';

/** One line of the trail in a pack. */
export interface ExcerptLine {
  readonly id: string;
  readonly at: string;
  readonly action: string;
  readonly hash: string;
  /** The signed block that holds its hash; null: written so lately that it was in none yet. */
  readonly blockId: number | null;
  /** Null where the trail may not be read by who took the pack: the hash still proves the line. */
  readonly entry: SealedEntry | null;
}

export function excerptOf({ entries, blocks }: EntriesWithBlocks, mayRead: boolean): ExcerptLine[] {
  const holding = new Map(blocks.flatMap((block) => block.entryIds.map((id) => [id, block.id])));
  return entries.map((entry) => ({
    id: entry.id,
    at: new Date(Number(entry.at) * 1_000).toISOString(),
    action: entry.action,
    hash: hashOf(entry),
    blockId: holding.get(entry.id) ?? null,
    entry: mayRead ? entry : null,
  }));
}

/** The chain proof: each line has the hash that its block holds, and each block is one that the platform's chain has sealed. */
export function auditFaults(files: ReadonlyMap<string, Buffer>, manifest: Manifest): PackFault[] {
  const lines = listIn<ExcerptLine>(files.get(AUDIT_ENTRIES));
  const blocks = listIn<AuditBlock>(files.get(AUDIT_BLOCKS));
  if (lines === null || blocks === null) return []; // their files are missing or broken, which is told of the files
  return [
    ...blocks
      .filter((block) => !isSealed(block, keyOfBlock(block, manifest)))
      .map(({ id }) => fault('audit-block-wrong', String(id))),
    ...linkFaults(blocks),
    ...lines.filter((line) => !isProven(line, blocks)).map(({ id }) => fault('audit-entry-changed', id)),
  ];
}

const fault = (kind: 'audit-entry-changed' | 'audit-block-wrong', id: string): PackFault => ({ kind, id });

/** Blocks of earlier releases, and all of the first key, name none. */
function keyOfBlock({ kid }: Partial<AuditBlock>, { auditKey, laterAuditKeys = [] }: Manifest): KeyObject | null {
  const jwk = kid ? laterAuditKeys.find((key) => thumbprintOf(key) === kid) : auditKey;
  return jwk ? keyOfJwk(jwk) : null;
}

const isSealed = (block: AuditBlock, key: KeyObject | null): boolean =>
  key !== null &&
  blockHash(block) === block.hash &&
  verify(null, Buffer.from(block.hash), key, Buffer.from(block.signature, 'base64url'));

/** Blocks that follow one another hang on each other. */
const linkFaults = (blocks: readonly AuditBlock[]): PackFault[] =>
  blocks
    .filter((block) => {
      const before = blocks.find(({ id }) => id === block.id - 1);
      return before !== undefined && before.hash !== block.previousHash;
    })
    .map(({ id }) => fault('audit-block-wrong', String(id)));

function isProven({ id, hash, blockId, entry }: ExcerptLine, blocks: readonly AuditBlock[]): boolean {
  if (entry !== null && (hashOf(entry) !== hash || entry.id !== id)) return false;
  if (blockId === null) return true;
  const block = blocks.find((one) => one.id === blockId);
  return block !== undefined && block.entryHashes[block.entryIds.indexOf(id)] === hash;
}

function listIn<T>(content: Buffer | undefined): T[] | null {
  try {
    const read = content && (JSON.parse(content.toString('utf8')) as unknown);
    return Array.isArray(read) ? (read as T[]) : null;
  } catch {
    return null;
  }
}
