import { Injectable } from '@nestjs/common';
import type { DatedBoot } from '../../domain/arcs/arc';
import { NO_NEIGHBOURS, type Neighbours } from '../../domain/arcs/boot-bounds';
import type { Instant } from '../../kernel/time';
import { columnsOf } from '../../platform/database/columns';
import type { Tx } from '../../platform/database/unit-of-work';
import { ChipBootRow } from '../../schema/telemetry/chip-boot.row';
import type { KnownBoot } from './known-chip';
import { formatRanges, parseRanges } from './sequence-ranges';

export interface BootKey {
  readonly chipNo: string;
  readonly boot: number;
}

/** Milliseconds since 1970 as `timestamptz`. */
export const instant = (column: string): string => `to_timestamp(${column}::float8 / 1000)`;

const OWN = [
  'chipNo', 'boot', 'epoch', 'born', 'lastUp', 'claimedFirst', 'claimedLast', 'maxUp', 'notBefore', 'clockWrong', 'birthUp', 'upOffset', 'offsetFrom',
] as const satisfies readonly (keyof ChipBootRow)[]; // prettier-ignore
const COLUMNS = columnsOf(ChipBootRow, 'b', OWN);

/** Boots of chips: what is stored of each, and when it began. */
@Injectable()
export class BootStore {
  async lock(tx: Tx, boots: readonly BootKey[], at: Instant): Promise<KnownBoot[]> {
    const keys = [...new Map(boots.map((key) => [`${key.chipNo} ${key.boot}`, key])).values()];
    const parameters = [keys.map(({ chipNo }) => chipNo), keys.map(({ boot }) => boot)];
    const read = (): Promise<BootRow[]> =>
      tx.prepared<BootRow>(
        `select ${COLUMNS}, b.stored::text as stored
           from unnest($1::text[], $2::int[]) k(chip_no, boot) join chip_boots b using (chip_no, boot)
           order by b.chip_no, b.boot for update of b`,
        parameters,
      );
    const rows = await read();
    if (rows.length === keys.length) return this.withNeighbours(tx, rows);
    await tx.query(
      `insert into chip_boots (chip_no, boot, first_seen_at)
       select chip_no, boot, $3 from unnest($1::text[], $2::int[]) k(chip_no, boot) order by 1, 2 on conflict do nothing`,
      [...parameters, new Date(at)],
    );
    return this.withNeighbours(tx, await read());
  }

  /**
   * A boot whose birth was heard needs no other to say when it began; nearly all are such. Numbers above the one that is
   * believed were given up by a reset: they followed nothing.
   */
  private async withNeighbours(tx: Tx, rows: readonly BootRow[]): Promise<KnownBoot[]> {
    const unborn = rows.filter(({ born }) => !born);
    if (unborn.length === 0) return rows.map((row) => toBoot(row, NO_NEIGHBOURS));
    const found = await tx.prepared<NeighbourRow>(
      `select k.chip_no as "chipNo", k.boot, p.known_until as "knownUntil", n.next_began as "nextBegan",
         coalesce(c.clock_wrong, false) as "clockWrong"
       from unnest($1::text[], $2::int[]) k(chip_no, boot)
       left join lateral (select b.epoch + greatest(b.max_up, b.last_up, 0) * interval '1 millisecond' as known_until from chip_boots b
         where b.chip_no = k.chip_no and b.boot < k.boot and b.born order by b.boot desc limit 1) p on true
       left join chip_states s on s.chip_no = k.chip_no
       left join lateral (select min(b.epoch) as next_began from chip_boots b
         where b.chip_no = k.chip_no and b.boot > k.boot and b.boot <= s.boot) n on true
       left join lateral (select b.clock_wrong from chip_boots b
         where b.chip_no = k.chip_no and b.boot > k.boot and b.boot <= s.boot and b.born order by b.boot limit 1) c on true`,
      [unborn.map((row) => row.chipNo), unborn.map(({ boot }) => boot)],
    );
    const around = new Map(found.map((row) => [`${row.chipNo} ${row.boot}`, row]));
    return rows.map((row) => toBoot(row, toNeighbours(around.get(`${row.chipNo} ${row.boot}`))));
  }

  save(tx: Tx, boots: readonly KnownBoot[]): void {
    const rows = boots.map(({ chipNo, boot, stored, clock, lastUp, claimed, maxUp, clockWrong, ...rest }) => ({
      chipNo, boot, stored: formatRanges(stored), epoch: clock?.epoch ?? null, born: clock?.born ?? false, lastUp,
      claimedFirst: claimed?.earliest ?? null, claimedLast: claimed?.latest ?? null, maxUp, clockWrong,
      birthUp: rest.birthUp, offset: rest.offset, offsetFrom: rest.offsetFrom,
    })); // prettier-ignore
    tx.send(
      `update chip_boots b set stored = n.stored::int4multirange, epoch = ${instant('n.epoch')}, born = n.born, last_up = n."lastUp",
         claimed_first = ${instant('n."claimedFirst"')}, claimed_last = ${instant('n."claimedLast"')}, max_up = n."maxUp",
         clock_wrong = n."clockWrong", birth_up = n."birthUp", up_offset = n."offset", offset_from = n."offsetFrom"
       from json_to_recordset($1::json) as n("chipNo" text, boot int, stored text, epoch float8, born boolean, "lastUp" bigint,
         "claimedFirst" float8, "claimedLast" float8, "maxUp" bigint, "clockWrong" boolean, "birthUp" bigint, "offset" bigint, "offsetFrom" int)
       where b.chip_no = n."chipNo" and b.boot = n.boot`,
      [JSON.stringify(rows)],
    );
  }

  /** Keeps what one-time codes told of boots. */
  async narrow(tx: Tx, dated: readonly DatedBoot[]): Promise<void> {
    await tx.prepared(
      `update chip_boots b set not_before = greatest(b.not_before, ${instant('n.earliest')}), epoch = least(b.epoch, ${instant('n.latest')})
       from json_to_recordset($1::json) as n("chipNo" text, boot int, earliest float8, latest float8)
       where b.chip_no = n."chipNo" and b.boot = n.boot and not b.born`,
      [JSON.stringify(dated)],
    );
  }
}

type BootRow = Pick<ChipBootRow, (typeof OWN)[number] | 'stored'>;

interface NeighbourRow extends Neighbours {
  readonly chipNo: string;
  readonly boot: number;
}

const toNeighbours = (row: NeighbourRow | undefined): Neighbours =>
  row ? { knownUntil: row.knownUntil, nextBegan: row.nextBegan, clockWrong: row.clockWrong } : NO_NEIGHBOURS;

const toBoot = (row: BootRow, around: Neighbours): KnownBoot => ({
  chipNo: row.chipNo,
  boot: row.boot,
  stored: parseRanges(row.stored),
  clock: row.epoch ? { epoch: row.epoch, born: row.born } : null,
  lastUp: Number(row.lastUp),
  claimed: row.claimedFirst && row.claimedLast ? { earliest: row.claimedFirst, latest: row.claimedLast } : null,
  maxUp: Math.max(Number(row.maxUp), Number(row.lastUp)),
  notBefore: row.notBefore,
  clockWrong: row.clockWrong,
  birthUp: row.birthUp === null ? null : Number(row.birthUp),
  offset: Number(row.upOffset),
  offsetFrom: row.offsetFrom,
  around,
  possible: null,
  bounds: null,
  distrusted: false,
});
