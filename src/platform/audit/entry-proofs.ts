import type { Tx } from '../database/unit-of-work';
import type { AuditBlockRow } from '../../schema/platform/audit-block.row';
import { isoTime } from '../../kernel/time';
import type { AuditBlock } from './audit-block';
import { ENTRY_COLUMNS, type SealedEntry } from './audit-entry';

export interface AuditedThing {
  readonly entity: string;
  readonly id: string;
}

export interface EntriesWithBlocks {
  /** The oldest first. */
  readonly entries: readonly SealedEntry[];
  /** The blocks that hold them. What was written within the last seconds is in none yet. */
  readonly blocks: readonly AuditBlock[];
}

const MOST = 2_000;

const ENTRIES = `select ${ENTRY_COLUMNS} from audit_entries e
  where (e.entity, e.entity_id) in (select * from unnest($1::text[], $2::text[])) order by e.id limit ${MOST}`;

const BLOCKS = `
  select distinct on (b.id) b.id, b.sealed_at as "sealedAt", b.previous_hash as "previousHash", b.hash, b.signature,
    b.entry_ids as "entryIds", b.entry_hashes as "entryHashes", b.from_xid::text as "fromXid", b.up_to_xid::text as "upToXid", b.epoch, b.kid
  from (select distinct epoch, xid from audit_entries where id = any($1::bigint[])) e
  cross join lateral (select * from audit_blocks where epoch = e.epoch and up_to_xid > e.xid order by up_to_xid limit 1) b
  where b.from_xid <= e.xid
  order by b.id`;

/** What was done to some things, and the signed blocks that prove it. Under the system's scope: the trail has no policy of its own. */
export async function entriesWithBlocks(tx: Tx, things: readonly AuditedThing[]): Promise<EntriesWithBlocks> {
  const entries = await tx.query<SealedEntry>(ENTRIES, [
    things.map(({ entity }) => entity),
    things.map(({ id }) => id),
  ]);
  const rows = await tx.query<AuditBlockRow>(BLOCKS, [entries.map(({ id }) => id)]);
  return { entries, blocks: rows.map((row) => ({ ...row, id: Number(row.id), sealedAt: isoTime(row.sealedAt) })) };
}
