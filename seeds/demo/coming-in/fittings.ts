import { DAY, HOUR, MINUTE, shanghaiDate } from '../../../src/kernel/time';
import type { Tx } from '../../../src/platform/database/unit-of-work';
import { bulkInsert } from '../bulk-insert';
import * as county from '../county';
import { iso, range, type DemoContext, type DemoCounty } from '../demo-context';

const DONE = 36;
/** Every so many nobody could weld for the test. */
const NO_WELDER = 9;
const TODAY = 6;
const LATER = 5;
const FIRST_WITHOUT = county.MACHINES + county.GAS_SETS;

/** The technician's round: what was fitted, what is planned for today and the days to come; a few wait for a day. */
export async function insertFittings(tx: Tx, context: DemoContext, made: DemoCounty, photoId: string): Promise<void> {
  await bulkInsert(tx, 'fittings', range(DONE).map((n) => fitted(context, made, photoId, n))); // prettier-ignore
  const planned = range(TODAY + LATER).map((n) => {
    const day = n < TODAY ? 0 : 1 + ((n - TODAY) % 3);
    return { machine: FIRST_WITHOUT + n, day, slot: n % 2 === 0 ? 'morning' : 'afternoon', state: 'planned' };
  });
  const past = range(8).map((n) => ({
    ...{ machine: n * 5, day: -1 - Math.floor(n / 3), slot: n % 2 === 0 ? 'morning' : 'afternoon' },
    state: n === 5 ? 'missed' : 'done',
  }));
  const appointments = [...past, ...planned].map(({ machine, day, slot, state }) => ({
    ...{ id: context.ids.next(context.now - 5 * DAY), machine_id: made.machineIds[machine], slot, state },
    ...{ region_code: regionOf(machine), day: shanghaiDate(context.now + day * DAY) },
    ...{ technician_id: made.userIds['technician'], note: state === 'missed' ? '演示：单位停电，改期安装' : null },
    ...{ made_by: made.userIds['regulator'], made_at: iso(context.now - 5 * DAY) },
  }));
  await bulkInsert(tx, 'fitting_appointments', appointments);
}

const regionOf = (machine: number): string => county.enterprise(county.ownerOf(machine)).regionCode;

function fitted({ now, ids }: DemoContext, made: DemoCounty, photoId: string, n: number) {
  const machine = n * 5;
  const at = now - (12 - Math.floor(n / 4)) * DAY - (n % 4) * HOUR;
  const untested = n % NO_WELDER === NO_WELDER - 1;
  return {
    ...{ id: ids.next(at), machine_id: made.machineIds[machine], chip_no: made.machines[machine]?.chipNo },
    ...{ region_code: regionOf(machine), by_user: made.userIds['technician'], state: 'done', photo_id: photoId },
    ...{ started_at: iso(at), ended_at: iso(at + 4 * MINUTE), relay_ok: true, arc_ok: !untested },
    without_test: untested ? '演示：当时没有持证焊工在场' : null,
    ...county.siteOf(county.ownerOf(machine)),
  };
}
