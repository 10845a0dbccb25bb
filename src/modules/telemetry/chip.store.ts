import { Injectable } from '@nestjs/common';
import type { Instant } from '../../kernel/time';
import { columnsOf } from '../../platform/database/columns';
import type { Tx } from '../../platform/database/unit-of-work';
import { ChipStateRow } from '../../schema/telemetry/chip-state.row';
import { bindingsOf } from './bindings.view';
import type { Relay } from './chip-message';
import { BootStore, instant, type BootKey } from './boot.store';
import type { ChipState, KnownBoot, KnownChip } from './known-chip';

const COLUMNS = columnsOf(ChipStateRow, 's', [
  'chipNo', 'boot', 'seq', 'lastSeenAt', 'bornAt', 'bootEpoch', 'fw', 'hw', 'input', 'hotp', 'rssi', 'relay', 'relayAt', 'relayUp', 'tamper', 'tamperUp',
  'arcOn', 'currentA', 'currentUp', 'lat', 'lng', 'accuracyM', 'positionAt', 'positionUp', 'anyBoot', 'openFromUp',
] satisfies readonly (keyof ChipState)[]); // prettier-ignore

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
    const chipNos = states.map(({ chipNo }) => chipNo);
    const [rows, bindings] = await Promise.all([
      boots.length > 0 ? this.boots.lock(tx, [...boots, ...endedBy(boots, states)], at) : [],
      bindingsOf(tx, chipNos),
    ]);
    const chips = new Map(
      states.map((state) => [
        state.chipNo,
        { state, boots: new Map<number, KnownBoot>(), bindings: bindings.get(state.chipNo) ?? [] },
      ]),
    );
    for (const row of rows) chips.get(row.chipNo)?.boots.set(row.boot, row);
    return chips;
  }

  saveStates(tx: Tx, states: readonly ChipState[]): void {
    tx.send(
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
        await tx.prepared<StateRow>(
          `select ${COLUMNS} from chip_states s where s.chip_no = any($1) order by s.chip_no for update`,
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
}

/** The boots that are over with those of a batch: what was said in them may now have bounds. */
function endedBy(boots: readonly BootKey[], states: readonly ChipState[]): BootKey[] {
  const current = new Map(states.map(({ chipNo, boot }) => [chipNo, boot]));
  return boots.flatMap(({ chipNo, boot }) => {
    const before = current.get(chipNo) ?? 0;
    return before > 0 && before < boot ? [{ chipNo, boot: before }] : [];
  });
}

type StateRow = Pick<ChipStateRow, Exclude<keyof ChipState, 'relay'>> & { readonly relay: Relay | null };

/** `bigint` comes as text. */
const toState = (row: StateRow): ChipState => ({
  ...row,
  relayUp: Number(row.relayUp),
  tamperUp: Number(row.tamperUp),
  currentUp: Number(row.currentUp),
  positionUp: Number(row.positionUp),
  openFromUp: row.openFromUp === null ? null : Number(row.openFromUp),
});
