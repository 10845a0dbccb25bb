import type { Instant } from '../../../../kernel/time';
import type { Tx } from '../../../../platform/database/unit-of-work';
import type { MachineRow } from '../../../../schema/registry/machine.row';

type GoneSign = 'scanned' | 'registered' | 'chip-heard' | 'chip-fitted';

/** A sign of a machine that is scrapped or lost, at the place where it showed. */
export interface GoneMachine extends Readonly<Pick<MachineRow, 'regionCode' | 'lat' | 'lng'>> {
  readonly machineId: string;
  readonly status: 'scrapped' | 'lost';
  readonly sign: GoneSign;
  readonly seenAt: Instant;
  /** The machine that was registered or fitted; null where it was the gone one itself. */
  readonly foundCode: string | null;
}

/** Shorter numbers are those of many machines. */
const LEAST_DIGITS = 5;
const GONE = `g.status in ('scrapped', 'lost')`;

/** Its code was shown at a machine: scans are refused, and kept. */
const SCANNED = `select g.id as "machineId", g.status, 'scanned' as sign, coalesce(nullif(d.region_code, ''), g.region_code) as "regionCode",
    (d.facts #>> '{position,lat}')::float8 as lat, (d.facts #>> '{position,lng}')::float8 as lng, d.at as "seenAt", null::text as "foundCode"
  from decisions d join machines g on g.id = d.machine_id
  where d.at > $1 and d.at <= $3 and d.finding_codes && array['machine.scrapped', 'machine.lost'] and ${GONE}`;

/** Its maker's number stands on a machine that was registered, imported or collected since. */
const REGISTERED = `select g.id, g.status, 'registered', n.region_code, n.lat, n.lng, n.created_at, n.code
  from machines n join machines g on g.serial_key = n.serial_key and g.model_folded = n.model_folded and g.id <> n.id and ${GONE}
  where n.created_at > $2 and n.created_at <= $3 and length(n.serial_key) >= ${LEAST_DIGITS} and g.out_since < n.created_at`;

/** A lost machine's chip speaks again. */
const HEARD = `select g.id, g.status, 'chip-heard', g.region_code, s.lat, s.lng, s.last_seen_at, null
  from machines g join chip_bindings b on b.machine_id = g.id and b.unbound_at is null join chip_states s on s.chip_no = b.chip_no
  where g.status = 'lost' and s.last_seen_at > $1 and s.last_seen_at <= $3 and s.last_seen_at > g.out_since + interval '10 minutes'`;

/** A lost machine's chip was taken off and sits on another machine. */
const FITTED = `select g.id, g.status, 'chip-fitted', n.region_code, n.lat, n.lng, b.bound_at, n.code
  from chip_bindings b join machines n on n.id = b.machine_id
    join chip_bindings o on o.chip_no = b.chip_no and o.machine_id <> b.machine_id and o.unbound_at <= b.bound_at
    join machines g on g.id = o.machine_id and g.status = 'lost' and o.unbound_at > g.out_since
  where b.bound_at > $2 and b.bound_at <= $3`;

export const goneMachines = (tx: Tx, lately: Instant, since: Instant, at: Instant): Promise<GoneMachine[]> =>
  tx.prepared<GoneMachine>(`${SCANNED} union all ${REGISTERED} union all ${HEARD} union all ${FITTED}`, [
    new Date(lately),
    new Date(since),
    new Date(at),
  ]);
