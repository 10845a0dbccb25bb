import { Injectable } from '@nestjs/common';
import type { Instant } from '../../kernel/time';
import type { Tx } from '../../platform/database/unit-of-work';
import type { Relay } from './chip-message';
import { BootStore, instant, type BootKey } from './boot.store';
import type { Binding, ChipState, KnownBoot, KnownChip } from './known-chip';

/** States, boots and bindings of chips. A batch locks its chips in order of number, so that two processes never wait in a ring. */
@Injectable()
export class ChipStore {
  constructor(private readonly boots: BootStore) {}

  async lock(
    tx: Tx,
    chipNos: ReadonlySet<string>,
    boots: readonly BootKey[],
    at: Instant,
  ): Promise<Map<string, KnownChip>> {
    const states = await this.lockStates(tx, chipNos);
    return this.withBoots(tx, states, boots, at);
  }

  /** Chips whose states are locked already, with these boots of theirs. */
  async withBoots(
    tx: Tx,
    states: readonly ChipState[],
    boots: readonly BootKey[],
    at: Instant,
  ): Promise<Map<string, KnownChip>> {
    const rows = boots.length > 0 ? await this.boots.lock(tx, [...boots, ...endedBy(boots, states)], at) : [];
    const bindings = await this.bindings(
      tx,
      states.map(({ chipNo }) => chipNo),
    );
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
    await tx.prepared(
      `update chip_states s set boot = n.boot, seq = n.seq, last_seen_at = ${instant('n."lastSeenAt"')},
         born_at = ${instant('n."bornAt"')}, boot_epoch = ${instant('n."bootEpoch"')}, fw = n.fw, hw = n.hw, input = n.input,
         hotp = greatest(s.hotp, n.hotp), rssi = n.rssi, relay = n.relay, relay_at = ${instant('n."relayAt"')},
         relay_up = n."relayUp", open_from_up = n."openFromUp", tamper = n.tamper, tamper_up = n."tamperUp", arc_on = n."arcOn", current_a = n."currentA",
         current_up = n."currentUp", lat = n.lat, lng = n.lng, accuracy_m = n."accuracyM",
         position_at = ${instant('n."positionAt"')}, position_up = n."positionUp", silent_since = null, any_boot = n."anyBoot"
       from json_to_recordset($1::json) as n("chipNo" text, boot int, seq int, "lastSeenAt" float8, "bornAt" float8,
         "bootEpoch" float8, fw text, hw text, input text, hotp int, rssi int, relay text, "relayAt" float8, "relayUp" bigint,
         tamper boolean, "tamperUp" bigint, "arcOn" boolean, "currentA" float8, "currentUp" bigint, lat float8, lng float8,
         "accuracyM" float8, "positionAt" float8, "positionUp" bigint, "anyBoot" boolean, "openFromUp" bigint)
       where s.chip_no = n."chipNo" and (s.any_boot or (n.boot, n.seq) >= (s.boot, s.seq))`,
      [JSON.stringify(states)],
    );
  }

  async lockStates(tx: Tx, numbers: ReadonlySet<string>): Promise<ChipState[]> {
    const chipNos = [...numbers].sort();
    const read = async (): Promise<ChipState[]> =>
      (
        await tx.prepared<StateRow>(`select * from chip_states where chip_no = any($1) order by chip_no for update`, [
          chipNos,
        ])
      ).map(toState);
    const states = await read();
    if (states.length === chipNos.length) return states;
    await tx.query(
      `insert into chip_states (chip_no) select c from unnest($1::text[]) c order by c on conflict do nothing`,
      [chipNos],
    );
    return read();
  }

  private async bindings(tx: Tx, chipNos: readonly string[]): Promise<Map<string, Binding[]>> {
    const rows = await tx.prepared<BindingRow>(
      `select b.chip_no, b.machine_id, b.bound_at, b.unbound_at, m.region_code, m.enterprise_id, m.rated_current_a
       from chip_bindings b join machines m on m.id = b.machine_id where b.chip_no = any($1) order by b.bound_at desc`,
      [chipNos],
    );
    const byChip = new Map<string, Binding[]>();
    for (const row of rows) byChip.set(row.chip_no, [...(byChip.get(row.chip_no) ?? []), toBinding(row)]);
    return byChip;
  }
}

/** The boots that are over with those of a batch: what was said in them may now have bounds. */
function endedBy(boots: readonly BootKey[], states: readonly ChipState[]): BootKey[] {
  const current = new Map(states.map(({ chipNo, boot }) => [chipNo, boot]));
  return boots.flatMap(({ chipNo, boot }) => {
    const before = current.get(chipNo) ?? 0;
    return before > 0 && before < boot ? [{ chipNo, boot: before }] : [];
  });
}

interface StateRow {
  chip_no: string;
  boot: number;
  seq: number;
  last_seen_at: Instant | null;
  born_at: Instant | null;
  boot_epoch: Instant | null;
  fw: string | null;
  hw: string | null;
  input: string | null;
  hotp: number;
  rssi: number | null;
  relay: Relay | null;
  relay_at: Instant | null;
  relay_up: string;
  tamper: boolean;
  tamper_up: string;
  arc_on: boolean;
  current_a: number | null;
  current_up: string;
  lat: number | null;
  lng: number | null;
  accuracy_m: number | null;
  position_at: Instant | null;
  position_up: string;
  any_boot: boolean;
  open_from_up: string | null;
}

interface BindingRow {
  chip_no: string;
  machine_id: string;
  bound_at: Instant;
  unbound_at: Instant | null;
  region_code: string;
  enterprise_id: string | null;
  rated_current_a: number | null;
}

const toState = (row: StateRow): ChipState => ({
  chipNo: row.chip_no,
  boot: row.boot,
  seq: row.seq,
  lastSeenAt: row.last_seen_at,
  bornAt: row.born_at,
  bootEpoch: row.boot_epoch,
  fw: row.fw,
  hw: row.hw,
  input: row.input,
  hotp: row.hotp,
  rssi: row.rssi,
  relay: row.relay,
  relayAt: row.relay_at,
  relayUp: Number(row.relay_up),
  tamper: row.tamper,
  tamperUp: Number(row.tamper_up),
  arcOn: row.arc_on,
  currentA: row.current_a,
  currentUp: Number(row.current_up),
  lat: row.lat,
  lng: row.lng,
  accuracyM: row.accuracy_m,
  positionAt: row.position_at,
  positionUp: Number(row.position_up),
  anyBoot: row.any_boot,
  openFromUp: row.open_from_up === null ? null : Number(row.open_from_up),
});

const toBinding = (row: BindingRow): Binding => ({
  machineId: row.machine_id,
  regionCode: row.region_code,
  enterpriseId: row.enterprise_id,
  ratedCurrentA: row.rated_current_a,
  from: row.bound_at,
  to: row.unbound_at,
});
