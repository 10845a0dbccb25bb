import { isoTime } from '../../kernel/time';
import type { AuditBlockRow } from '../../schema/platform/audit-block.row';
import type { AuditCounterRow } from '../../schema/platform/audit-counter.row';
import { type AuditBlock } from './audit-block';
import { ENTRY_COLUMNS, type SealedEntry } from './audit-entry';

/** Rows by SQL: of a transaction of the platform, or of the verifier's own connection. */
export type Query = <T>(sql: string, params: readonly unknown[]) => Promise<T[]>;

/** Any number that no other program on the same server uses for an advisory lock. */
const SEALER_LOCK = 795_478_411;
const PAGE = 1_000;

const BLOCKS = `select b.id, b.sealed_at as "sealedAt", b.previous_hash as "previousHash", b.hash, b.signature, b.entry_ids as "entryIds",
  b.entry_hashes as "entryHashes", b.from_xid::text as "fromXid", b.up_to_xid::text as "upToXid", b.epoch, b.kid from audit_blocks b`;

/** A place in the order of entries: before the first entry of this transaction. */
export interface ChainPlace {
  readonly epoch: number;
  readonly xid: string;
}

/** Entries of one epoch, from one transaction on and below another. */
export type Stretch = Pick<AuditBlockRow, 'epoch' | 'fromXid' | 'upToXid'>;

/** The audit trail as it is chained. */
export class AuditChain {
  constructor(private readonly query: Query) {}

  /** False if another process is sealing: held until the transaction ends. */
  async lockSealing(): Promise<boolean> {
    const [row] = await this.query<{ locked: boolean }>('select pg_try_advisory_xact_lock($1) as locked', [
      SEALER_LOCK,
    ]);
    return row?.locked ?? false;
  }

  /**
   * The next entries to be sealed; null where none are certain. Whatever was written by transactions below its end is
   * committed or gone: nothing can appear among it any more. What an older epoch left is all there is of it.
   */
  async nextStretch({ epoch, xid }: ChainPlace): Promise<Stretch | null> {
    const [row] = await this.query<Stretch>(
      `with first as (
         select e.epoch from audit_entries e where (e.epoch, e.xid) >= ($1::int, $2::text::xid8) order by e.epoch, e.xid limit 1
       )
       select f.epoch, case when f.epoch = $1 then $2 else '0' end as "fromXid",
         case when f.epoch < (select max(number) from epochs)
           then (select (l.xid::text::numeric + 1)::text from audit_entries l where l.epoch = f.epoch order by l.xid desc limit 1)
           else pg_snapshot_xmin(pg_current_snapshot())::text end as "upToXid"
       from first f`,
      [epoch, xid],
    );
    return row ?? null;
  }

  /** The entries of a stretch in the order in which they are chained. */
  async *entries({ epoch, fromXid, upToXid }: Stretch): AsyncGenerator<SealedEntry> {
    for (let [xid, id] = ['0', '0']; ;) {
      const page = await this.query<SealedEntry>(
        `select ${ENTRY_COLUMNS} from audit_entries e
         where e.epoch = $1 and e.xid >= $2::text::xid8 and e.xid < $3::text::xid8 and (e.xid, e.id) > ($4::text::xid8, $5::bigint)
         order by e.xid, e.id limit $6`,
        [epoch, fromXid, upToXid, xid, id, PAGE],
      );
      yield* page;
      const end = page.at(-1);
      if (!end || page.length < PAGE) return;
      [xid, id] = [end.xid, end.id];
    }
  }

  /** Entries that are in no block yet. */
  async countFrom({ epoch, xid }: ChainPlace): Promise<number> {
    const sql = 'select count(*)::int as count from audit_entries where (epoch, xid) >= ($1::int, $2::text::xid8)';
    const [row] = await this.query<{ count: number }>(sql, [epoch, xid]);
    return row?.count ?? 0;
  }

  /** Entries that lie between two blocks although the first one ended its epoch. */
  async idsBetween(from: ChainPlace, to: ChainPlace): Promise<string[]> {
    const rows = await this.query<{ id: string }>(
      `select id::text from audit_entries
       where (epoch, xid) >= ($1::int, $2::text::xid8) and (epoch, xid) < ($3::int, $4::text::xid8) order by epoch, xid, id`,
      [from.epoch, from.xid, to.epoch, to.xid],
    );
    return rows.map(({ id }) => id);
  }

  async block(id: number): Promise<AuditBlock | null> {
    const [row] = await this.query<AuditBlockRow>(`${BLOCKS} where b.id = $1`, [id]);
    return row ? toBlock(row) : null;
  }

  async lastBlock(): Promise<AuditBlock | null> {
    const [row] = await this.query<AuditBlockRow>(`${BLOCKS} order by b.id desc limit 1`, []);
    return row ? toBlock(row) : null;
  }

  async *blocks(): AsyncGenerator<AuditBlock> {
    for (let row = await this.next(0); row; row = await this.next(Number(row.id))) yield toBlock(row);
  }

  async insert(block: AuditBlock): Promise<void> {
    const { id, sealedAt, previousHash, hash, signature, entryIds, entryHashes, fromXid, upToXid, epoch, kid } = block;
    await this.query(
      `insert into audit_blocks (id, sealed_at, previous_hash, hash, signature, entry_ids, entry_hashes, from_xid, up_to_xid, epoch, kid)
       values ($1, $2, $3, $4, $5, $6::bigint[], $7, $8::text::xid8, $9::text::xid8, $10, $11)`,
      [id, sealedAt, previousHash, hash, signature, entryIds, entryHashes, fromXid, upToXid, epoch, kid],
    );
    await this.query('update audit_counter set sealed_to = $1', [id]);
  }

  /** The number of the newest block ever sealed: it only grows, whatever becomes of the blocks. */
  async sealedTo(): Promise<number> {
    const [row] = await this.query<Pick<AuditCounterRow, 'sealedTo'>>(
      'select sealed_to as "sealedTo" from audit_counter',
      [],
    );
    return Number(row?.sealedTo ?? 0);
  }

  private async next(id: number): Promise<AuditBlockRow | undefined> {
    return (await this.query<AuditBlockRow>(`${BLOCKS} where b.id > $1 order by b.id limit 1`, [id]))[0];
  }
}

const toBlock = (row: AuditBlockRow): AuditBlock => ({
  ...row,
  id: Number(row.id),
  sealedAt: isoTime(row.sealedAt),
});
