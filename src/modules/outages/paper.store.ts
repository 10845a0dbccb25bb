import { Injectable } from '@nestjs/common';
import type { PaperBlock } from '../../domain/outages/paper-entry';
import type { Regime } from '../../domain/permits/permit';
import type { Instant } from '../../kernel/time';
import { columnsOf } from '../../platform/database/columns';
import { timestamp } from '../../platform/database/timestamp';
import type { Tx } from '../../platform/database/unit-of-work';
import { PaperBlockRow } from '../../schema/outages/paper-block.row';
import { PaperPermitRow } from '../../schema/outages/paper-permit.row';
import { PaperPermitMachineRow } from '../../schema/outages/paper-permit-machine.row';
import type { PaperSigner } from './paper.dto';

/** What the table names otherwise, or knows only as text or JSON. */
interface Known {
  readonly regime: Regime;
  readonly welderIds: readonly string[];
  readonly signers: readonly PaperSigner[];
}

type Own = Omit<PaperPermitRow, keyof Known | 'fromAt' | 'toAt'>;

export interface PaperPermit extends Readonly<Own>, Known {
  readonly machineIds: readonly string[];
  readonly from: Instant;
  readonly to: Instant;
}

export interface Page {
  readonly limit: number;
  readonly cursor?: string;
}

const PAPER = `select ${columnsOf(PaperPermitRow, 'p', [
  ...(['id', 'number', 'blockId', 'outageId', 'enterpriseId', 'regionCode', 'regime', 'level', 'welderIds'] as const),
  ...(['placeName', 'lat', 'lng', 'content', 'signers', 'photoId', 'enteredBy', 'enteredAt'] as const),
])}, p.from_at as "from", p.to_at as "to",
  array(select m.machine_id from paper_permit_machines m where m.paper_id = p.id order by 1) as "machineIds"
  from paper_permits p`;

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

  /** When the last work ended that was entered for an outage; null without any. */
  async lastEndOf(tx: Tx, outageId: string): Promise<Instant | null> {
    const sql = `select max(p.to_at) as "lastEnd" from paper_permits p where p.outage_id = $1`;
    return (await tx.query<{ lastEnd: Instant | null }>(sql, [outageId]))[0]?.lastEnd ?? null;
  }

  async insertBlock(tx: Tx, block: PaperBlockRow): Promise<void> {
    await tx.rows(PaperBlockRow).insert(block);
  }

  async blockOf(tx: Tx, number: number): Promise<PaperBlock | null> {
    const [block] = await tx.query<PaperBlock>(
      `select ${columnsOf(PaperBlockRow, 'b', ['id', 'regionCode', 'enterpriseId'])} from paper_blocks b
       where b.first_number <= $1 and $1 < b.first_number + b.forms`,
      [number],
    );
    return block ?? null;
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
        ...[JSON.stringify(paper.signers), timestamp(paper.from), timestamp(paper.to), paper.photoId],
        ...[paper.enteredBy, timestamp(paper.enteredAt)],
      ],
    );
    if (rows.length === 0) return false;
    const machines = paper.machineIds.map((machineId) => ({ paperId: paper.id, machineId }));
    if (machines.length > 0) await tx.rows(PaperPermitMachineRow).insert(machines);
    return true;
  }

  list(tx: Tx, { limit, cursor }: Page): Promise<PaperPermit[]> {
    return tx.query<PaperPermit>(`${PAPER} where ($1::text is null or p.id < $1) order by p.id desc limit $2`, [
      cursor ?? null,
      limit + 1,
    ]);
  }
}
