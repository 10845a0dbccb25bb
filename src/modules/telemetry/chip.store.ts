import { Injectable } from '@nestjs/common';
import type { DatedBoot } from '../../domain/arcs/arc';
import { NO_NEIGHBOURS, type Neighbours } from '../../domain/arcs/boot-bounds';
import type { Instant } from '../../kernel/time';
import type { Tx } from '../../platform/database/unit-of-work';
import type { Relay } from './chip-message';
import type { Binding, ChipState, KnownBoot, KnownChip } from './known-chip';
import { formatRanges, parseRanges } from './sequence-ranges';

export interface BootKey {
  readonly chipNo: string;
  readonly boot: number;
}

/** States, boots and bindings of chips. A batch locks its chips in order of number, so that two processes never wait in a ring. */
@Injectable()
export class ChipStore {
  async lock(
    tx: Tx,
    chipNos: ReadonlySet<string>,
    boots: readonly BootKey[],
    at: Instant,
  ): Promise<Map<string, KnownChip>> {
    const numbers = [...chipNos].sort();
    const states = await this.lockStates(tx, numbers);
    const rows = boots.length > 0 ? await this.lockBoots(tx, [...boots, ...endedBy(boots, states)], at) : [];
    const bindings = await this.bindings(tx, numbers);
    const chips = new Map(
      states.map((state) => [
        state.chipNo,
        { state, boots: new Map<number, KnownBoot>(), bindings: bindings.get(state.chipNo) ?? [] },
      ]),
    );
    for (const row of rows) chips.get(row.chipNo)?.boots.set(row.boot, row);
    return chips;
  }

  async saveStates(tx: Tx, states: readonly ChipState[]): Promise<void> {
    await tx.named(
      'chip-states-save',
      `update chip_states s set boot = n.boot, seq = n.seq, last_seen_at = ${instant('n."lastSeenAt"')},
         born_at = ${instant('n."bornAt"')}, boot_epoch = ${instant('n."bootEpoch"')}, fw = n.fw, hw = n.hw, input = n.input,
         hotp = greatest(s.hotp, n.hotp), rssi = n.rssi, relay = n.relay, relay_at = ${instant('n."relayAt"')},
         relay_up = n."relayUp", tamper = n.tamper, tamper_up = n."tamperUp", arc_on = n."arcOn", current_a = n."currentA",
         current_up = n."currentUp", lat = n.lat, lng = n.lng, accuracy_m = n."accuracyM",
         position_at = ${instant('n."positionAt"')}, position_up = n."positionUp", silent_since = null
       from json_to_recordset($1::json) as n("chipNo" text, boot int, seq int, "lastSeenAt" float8, "bornAt" float8,
         "bootEpoch" float8, fw text, hw text, input text, hotp int, rssi int, relay text, "relayAt" float8, "relayUp" bigint,
         tamper boolean, "tamperUp" bigint, "arcOn" boolean, "currentA" float8, "currentUp" bigint, lat float8, lng float8,
         "accuracyM" float8, "positionAt" float8, "positionUp" bigint)
       where s.chip_no = n."chipNo" and (n.boot, n.seq) >= (s.boot, s.seq)`,
      [JSON.stringify(states)],
    );
  }

  async saveBoots(tx: Tx, boots: readonly KnownBoot[]): Promise<void> {
    const rows = boots.map(({ chipNo, boot, stored, clock, lastUp, claimed, maxUp, clockWrong }) => ({
      chipNo, boot, stored: formatRanges(stored), epoch: clock?.epoch ?? null, born: clock?.born ?? false, lastUp,
      claimedFirst: claimed?.earliest ?? null, claimedLast: claimed?.latest ?? null, maxUp, clockWrong,
    })); // prettier-ignore
    await tx.named(
      'chip-boots-save',
      `update chip_boots b set stored = n.stored::int4multirange, epoch = ${instant('n.epoch')}, born = n.born, last_up = n."lastUp",
         claimed_first = ${instant('n."claimedFirst"')}, claimed_last = ${instant('n."claimedLast"')}, max_up = n."maxUp",
         clock_wrong = n."clockWrong"
       from json_to_recordset($1::json) as n("chipNo" text, boot int, stored text, epoch float8, born boolean, "lastUp" bigint,
         "claimedFirst" float8, "claimedLast" float8, "maxUp" bigint, "clockWrong" boolean)
       where b.chip_no = n."chipNo" and b.boot = n.boot`,
      [JSON.stringify(rows)],
    );
  }

  /** Keeps what one-time codes told of boots. */
  async narrow(tx: Tx, dated: readonly DatedBoot[]): Promise<void> {
    await tx.named(
      'chip-boots-narrow',
      `update chip_boots b set not_before = greatest(b.not_before, ${instant('n.earliest')}), epoch = least(b.epoch, ${instant('n.latest')})
       from json_to_recordset($1::json) as n("chipNo" text, boot int, earliest float8, latest float8)
       where b.chip_no = n."chipNo" and b.boot = n.boot and not b.born`,
      [JSON.stringify(dated)],
    );
  }

  private async lockStates(tx: Tx, chipNos: readonly string[]): Promise<ChipState[]> {
    const read = async (): Promise<ChipState[]> =>
      (
        await tx.named<StateRow>(
          'chip-states-lock',
          `select * from chip_states where chip_no = any($1) order by chip_no for update`,
          [chipNos],
        )
      ).map(toState);
    const states = await read();
    if (states.length === chipNos.length) return states;
    await tx.query(
      `insert into chip_states (chip_no) select c from unnest($1::text[]) c order by c on conflict do nothing`,
      [chipNos],
    );
    return read();
  }

  private async lockBoots(tx: Tx, boots: readonly BootKey[], at: Instant): Promise<KnownBoot[]> {
    const keys = [...new Map(boots.map((key) => [`${key.chipNo} ${key.boot}`, key])).values()];
    const parameters = [keys.map(({ chipNo }) => chipNo), keys.map(({ boot }) => boot)];
    const read = (): Promise<BootRow[]> =>
      tx.named<BootRow>(
        'chip-boots-lock',
        `select b.chip_no, b.boot, b.stored::text as stored, b.epoch, b.born, b.last_up, b.claimed_first, b.claimed_last, b.max_up,
             b.not_before, b.clock_wrong
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

  /** A boot whose birth was heard needs no other to say when it began; nearly all are such. */
  private async withNeighbours(tx: Tx, rows: readonly BootRow[]): Promise<KnownBoot[]> {
    const unborn = rows.filter(({ born }) => !born);
    if (unborn.length === 0) return rows.map((row) => toBoot(row, NO_NEIGHBOURS));
    const found = await tx.named<NeighbourRow>(
      'chip-boots-around',
      `select k.chip_no, k.boot, p.known_until, n.next_began, coalesce(c.clock_wrong, false) as clock_wrong
       from unnest($1::text[], $2::int[]) k(chip_no, boot)
       left join lateral (select b.epoch + greatest(b.max_up, b.last_up, 0) * interval '1 millisecond' as known_until from chip_boots b
         where b.chip_no = k.chip_no and b.boot < k.boot and b.born order by b.boot desc limit 1) p on true
       left join lateral (select min(b.epoch) as next_began from chip_boots b where b.chip_no = k.chip_no and b.boot > k.boot) n on true
       left join lateral (select b.clock_wrong from chip_boots b
         where b.chip_no = k.chip_no and b.boot > k.boot and b.born order by b.boot limit 1) c on true`,
      [unborn.map((row) => row.chip_no), unborn.map(({ boot }) => boot)],
    );
    const around = new Map(found.map((row) => [`${row.chip_no} ${row.boot}`, row]));
    return rows.map((row) => toBoot(row, toNeighbours(around.get(`${row.chip_no} ${row.boot}`))));
  }

  private async bindings(tx: Tx, chipNos: readonly string[]): Promise<Map<string, Binding[]>> {
    const rows = await tx.named<BindingRow>(
      'chip-bindings-of',
      `select b.chip_no, b.machine_id, b.bound_at, b.unbound_at, m.region_code, m.enterprise_id
       from chip_bindings b join machines m on m.id = b.machine_id where b.chip_no = any($1) order by b.bound_at desc`,
      [chipNos],
    );
    const byChip = new Map<string, Binding[]>();
    for (const row of rows) byChip.set(row.chip_no, [...(byChip.get(row.chip_no) ?? []), toBinding(row)]);
    return byChip;
  }
}

/** Milliseconds since 1970 as `timestamptz`. */
export const instant = (column: string): string => `to_timestamp(${column}::float8 / 1000)`;

interface StateRow {
  chip_no: string;
  boot: number;
  seq: number;
  last_seen_at: Date | null;
  born_at: Date | null;
  boot_epoch: Date | null;
  fw: string | null;
  hw: string | null;
  input: string | null;
  hotp: number;
  rssi: number | null;
  relay: Relay | null;
  relay_at: Date | null;
  relay_up: string;
  tamper: boolean;
  tamper_up: string;
  arc_on: boolean;
  current_a: number | null;
  current_up: string;
  lat: number | null;
  lng: number | null;
  accuracy_m: number | null;
  position_at: Date | null;
  position_up: string;
}

interface BootRow {
  chip_no: string;
  boot: number;
  stored: string;
  epoch: Date | null;
  born: boolean;
  last_up: string;
  claimed_first: Date | null;
  claimed_last: Date | null;
  max_up: string;
  not_before: Date | null;
  clock_wrong: boolean;
}

interface NeighbourRow {
  chip_no: string;
  boot: number;
  known_until: Date | null;
  next_began: Date | null;
  clock_wrong: boolean;
}

interface BindingRow {
  chip_no: string;
  machine_id: string;
  bound_at: Date;
  unbound_at: Date | null;
  region_code: string;
  enterprise_id: string | null;
}

const ms = (date: Date | null): Instant | null => date?.getTime() ?? null;

const toState = (row: StateRow): ChipState => ({
  chipNo: row.chip_no,
  boot: row.boot,
  seq: row.seq,
  lastSeenAt: ms(row.last_seen_at),
  bornAt: ms(row.born_at),
  bootEpoch: ms(row.boot_epoch),
  fw: row.fw,
  hw: row.hw,
  input: row.input,
  hotp: row.hotp,
  rssi: row.rssi,
  relay: row.relay,
  relayAt: ms(row.relay_at),
  relayUp: Number(row.relay_up),
  tamper: row.tamper,
  tamperUp: Number(row.tamper_up),
  arcOn: row.arc_on,
  currentA: row.current_a,
  currentUp: Number(row.current_up),
  lat: row.lat,
  lng: row.lng,
  accuracyM: row.accuracy_m,
  positionAt: ms(row.position_at),
  positionUp: Number(row.position_up),
});

/** The boots that are over with those of a batch: what was said in them may now have bounds. */
function endedBy(boots: readonly BootKey[], states: readonly ChipState[]): BootKey[] {
  const current = new Map(states.map(({ chipNo, boot }) => [chipNo, boot]));
  return boots.flatMap(({ chipNo, boot }) => {
    const before = current.get(chipNo) ?? 0;
    return before > 0 && before < boot ? [{ chipNo, boot: before }] : [];
  });
}

const toNeighbours = (row: NeighbourRow | undefined): Neighbours =>
  row ? { knownUntil: ms(row.known_until), nextBegan: ms(row.next_began), clockWrong: row.clock_wrong } : NO_NEIGHBOURS;

const toBoot = (row: BootRow, around: Neighbours): KnownBoot => ({
  chipNo: row.chip_no,
  boot: row.boot,
  stored: parseRanges(row.stored),
  clock: row.epoch ? { epoch: row.epoch.getTime(), born: row.born } : null,
  lastUp: Number(row.last_up),
  claimed:
    row.claimed_first && row.claimed_last
      ? { earliest: row.claimed_first.getTime(), latest: row.claimed_last.getTime() }
      : null,
  maxUp: Math.max(Number(row.max_up), Number(row.last_up)),
  notBefore: ms(row.not_before),
  clockWrong: row.clock_wrong,
  around,
  possible: null,
  bounds: null,
});

const toBinding = (row: BindingRow): Binding => ({
  machineId: row.machine_id,
  regionCode: row.region_code,
  enterpriseId: row.enterprise_id,
  from: row.bound_at.getTime(),
  to: ms(row.unbound_at),
});
