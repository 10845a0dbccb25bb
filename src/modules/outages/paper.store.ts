import { Injectable } from '@nestjs/common';
import type { PaperBlock } from '../../domain/outages/paper-entry';
import type { Regime } from '../../domain/permits/permit';
import type { Instant } from '../../kernel/time';
import type { Tx } from '../../platform/database/unit-of-work';
import type { PaperSigner } from './paper.dto';

export interface KnownBlock extends PaperBlock {
  readonly firstNumber: number;
  readonly forms: number;
  readonly used: number;
  readonly enterpriseName: string | null;
  readonly issuedAt: Instant;
}

export interface PaperPermit {
  readonly id: string;
  readonly number: number;
  readonly blockId: string;
  readonly outageId: string;
  readonly enterpriseId: string | null;
  readonly regionCode: string;
  readonly regime: Regime;
  readonly level: string;
  readonly welderIds: readonly string[];
  readonly machineIds: readonly string[];
  readonly placeName: string;
  readonly lat: number;
  readonly lng: number;
  readonly content: string;
  readonly signers: readonly PaperSigner[];
  readonly from: Instant;
  readonly to: Instant;
  readonly photoId: string;
  readonly enteredBy: string;
  readonly enteredAt: Instant;
}

type PaperRow = Omit<PaperPermit, 'from' | 'to' | 'enteredAt'> & { from: Instant; to: Instant; enteredAt: Instant };
interface Page {
  readonly limit: number;
  readonly cursor?: string;
}

const BLOCK = `select b.id, b.region_code as "regionCode", b.enterprise_id as "enterpriseId", b.first_number as "firstNumber", b.forms,
  (select count(*)::int from paper_permits p where p.block_id = b.id) as used, e.name as "enterpriseName", b.issued_at as "issuedAt"
  from paper_blocks b left join enterprises e on e.id = b.enterprise_id`;

const PAPER = `select p.id, p.number, p.block_id as "blockId", p.outage_id as "outageId", p.enterprise_id as "enterpriseId", p.region_code as "regionCode",
  p.regime, p.level, p.welder_ids as "welderIds", array(select m.machine_id from paper_permit_machines m where m.paper_id = p.id order by 1) as "machineIds",
  p.place_name as "placeName", p.lat, p.lng, p.content, p.signers, p.from_at as "from", p.to_at as "to", p.photo_id as "photoId",
  p.entered_by as "enteredBy", p.entered_at as "enteredAt" from paper_permits p`;

@Injectable()
export class PaperStore {
  /** The first of as many numbers as there are forms. They are never given twice. */
  async takeNumbers(tx: Tx, forms: number): Promise<number> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('paper_numbers', 0))`);
    const [row] = await tx.query<{ first: number }>(
      `select min(n)::int as first from (select nextval('paper_numbers') as n from generate_series(1, $1)) taken`,
      [forms],
    );
    if (!row) throw new Error('a sequence gave no number');
    return row.first;
  }

  async insertBlock(tx: Tx, block: Omit<KnownBlock, 'used' | 'enterpriseName'>, issuedBy: string): Promise<void> {
    await tx.query(
      `insert into paper_blocks (id, region_code, enterprise_id, first_number, forms, issued_by, issued_at) values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        block.id,
        block.regionCode,
        block.enterpriseId,
        block.firstNumber,
        block.forms,
        issuedBy,
        new Date(block.issuedAt),
      ],
    );
  }

  async blocks(tx: Tx, { limit, cursor }: Page): Promise<KnownBlock[]> {
    const rows = await tx.query<KnownBlockRow>(
      `${BLOCK} where ($1::text is null or b.id < $1) order by b.id desc limit $2`,
      [cursor ?? null, limit + 1],
    );
    return rows.map(toBlock);
  }

  async block(tx: Tx, id: string): Promise<KnownBlock | null> {
    const [row] = await tx.query<KnownBlockRow>(`${BLOCK} where b.id = $1`, [id]);
    return row ? toBlock(row) : null;
  }

  async blockOf(tx: Tx, number: number): Promise<KnownBlock | null> {
    const [row] = await tx.query<KnownBlockRow>(
      `${BLOCK} where b.first_number <= $1 and $1 < b.first_number + b.forms`,
      [number],
    );
    return row ? toBlock(row) : null;
  }

  /** False where the number was used before. */
  async insert(tx: Tx, paper: PaperPermit): Promise<boolean> {
    const rows = await tx.query(
      `insert into paper_permits (id, number, block_id, outage_id, enterprise_id, region_code, regime, level, welder_ids, place_name, lat, lng,
         content, signers, from_at, to_at, photo_id, entered_by, entered_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)
       on conflict (number) do nothing returning id`,
      [
        ...[paper.id, paper.number, paper.blockId, paper.outageId, paper.enterpriseId, paper.regionCode],
        ...[paper.regime, paper.level, paper.welderIds, paper.placeName, paper.lat, paper.lng, paper.content],
        ...[JSON.stringify(paper.signers), new Date(paper.from), new Date(paper.to), paper.photoId],
        ...[paper.enteredBy, new Date(paper.enteredAt)],
      ],
    );
    if (rows.length === 0) return false;
    await tx.query('insert into paper_permit_machines (paper_id, machine_id) select $1, unnest($2::text[])', [
      paper.id,
      paper.machineIds,
    ]);
    return true;
  }

  async list(tx: Tx, { limit, cursor }: Page): Promise<PaperPermit[]> {
    const rows = await tx.query<PaperRow>(
      `${PAPER} where ($1::text is null or p.id < $1) order by p.id desc limit $2`,
      [cursor ?? null, limit + 1],
    );
    return rows.map((row) => ({
      ...row,
      from: row.from,
      to: row.to,
      enteredAt: row.enteredAt,
    }));
  }
}

type KnownBlockRow = Omit<KnownBlock, 'issuedAt'> & { readonly issuedAt: Instant };
const toBlock = (row: KnownBlockRow): KnownBlock => ({ ...row, issuedAt: row.issuedAt });
