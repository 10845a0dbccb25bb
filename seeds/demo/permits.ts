import type { PermitState } from '../../src/domain/permits/permit';
import { MINUTE } from '../../src/kernel/time';
import type { Tx } from '../../src/platform/database/unit-of-work';
import { bulkInsert, insertCodes } from './bulk-insert';
import * as county from './county';
import { iso, type DemoContext, type DemoCounty } from './demo-context';
import type { WorkedPermit } from './history';
import { paperRecordsOf } from './permit-papers';
import { permitPlans } from './permit-plans';
import { happenedBy, plannedPermit, type Law, type PlannedPermit } from './permit-rows';

/** States in which time brings something about: the platform looks at these at once. */
const RUNNING: readonly PermitState[] = ['submitted', 'approved', 'issued', 'active', 'suspended'];

/** Permits of all regimes in every state. What lives on from here goes by the platform's own interface. */
export async function insertPermits(tx: Tx, context: DemoContext, made: DemoCounty, law: Law): Promise<WorkedPermit[]> {
  const permits = permitPlans().map((plan) => plannedPermit(context, made, plan, law));
  const each = (rowsOf: (permit: PlannedPermit) => object[]): Record<string, unknown>[] =>
    permits.flatMap((permit) => rowsOf(permit).map((row) => ({ permit_id: permit.row.id, ...row })));
  await bulkInsert(tx, 'permits', permits.map(({ row }) => row)); // prettier-ignore
  await insertCodes(tx, 'permit', permits.map(({ row }) => row), context.now); // prettier-ignore
  await bulkInsert(
    tx,
    'permit_deadlines',
    each(({ plan }) => (RUNNING.includes(plan.state) ? [{ due_at: iso(context.now) }] : [])),
  );
  await bulkInsert(
    tx,
    'permit_welders',
    each(({ plan }) => plan.welders.map((n) => ({ welder_id: made.welderIds[n] }))),
  );
  await bulkInsert(
    tx,
    'permit_machines',
    each(({ plan }) => plan.machines.map((n) => ({ machine_id: made.machineIds[n] }))),
  );
  await bulkInsert(
    tx,
    'permit_measures',
    each((permit) => measuresOf(permit, made)),
  );
  await bulkInsert(
    tx,
    'permit_signatures',
    each((permit) => signaturesOf(permit, made)),
  );
  await bulkInsert(
    tx,
    'permit_site_visits',
    each((permit) => visitsOf(permit, context, made)),
  );
  await bulkInsert(
    tx,
    'permit_paper_records',
    each((permit) => paperRecordsOf(permit, made.userIds)),
  );
  await bulkInsert(
    tx,
    'permit_watch_records',
    each((permit) => watchOf(permit, context, made)),
  );
  await bulkInsert(
    tx,
    'permit_gas_tests',
    each((permit) => gasTestsOf(permit, context, made)),
  );
  await insertPermitHistory(
    tx,
    each((permit) => historyOf(permit, made)),
  );
  return permits.flatMap(workedPermit);
}

/** Closed ones were worked under; answered so that the books hold that work, too. */
function workedPermit({ plan, row, happenings }: PlannedPermit): WorkedPermit[] {
  const at = (command: string) => happenings.find((one) => one.command === command)?.at;
  const [startedAt, finishedAt] = [at('start'), at('finish')];
  const [welder, machine] = [plan.welders[0], plan.machines[0]];
  if (plan.state !== 'closed' || startedAt === undefined || finishedAt === undefined) return [];
  if (welder === undefined || machine === undefined) return [];
  return [{ id: row.id, enterprise: plan.enterprise, welder, machine, startedAt, finishedAt }];
}

const person = (made: DemoCounty, username: string): string | null => made.userIds[username] ?? null;

function measuresOf({ measures, row, plan, reached }: PlannedPermit, made: DemoCounty): object[] {
  const confirmed = reached >= 4;
  return measures.map((code) => ({
    code,
    confirmed_by: confirmed ? person(made, plan.watcher) : null,
    confirmed_at: confirmed ? row['started_at'] : null,
  }));
}

const signaturesOf = ({ happenings }: PlannedPermit, made: DemoCounty): object[] =>
  happenings.flatMap(({ command, place, by, at }) =>
    command !== 'approve' || !place
      ? []
      : [
          {
            ...{ step: place.step, role: place.roles[0], covers: [place.number], round: 1 },
            ...{ user_id: person(made, by), comment: '同意', signed_at: iso(at) },
          },
        ],
  );

const visitsOf = ({ happenings, plan }: PlannedPermit, { now, ids }: DemoContext, made: DemoCounty): object[] =>
  happenings
    .filter(({ command }) => command === 'site-visit')
    .map(({ by, at }) => ({
      ...{
        id: ids.next(now),
        user_id: person(made, by),
        round: 1,
        ...county.siteOf(plan.enterprise),
        accuracy_m: 8,
        at: iso(at),
      },
    }));

const watchOf = ({ happenings, plan }: PlannedPermit, { now, ids }: DemoContext, made: DemoCounty): object[] =>
  happenings
    .filter(({ command }) => command === 'fire-watch-on')
    .map(({ by, at }) => ({
      ...{ id: ids.next(now), user_id: person(made, by), kind: 'on', ...county.siteOf(plan.enterprise), at: iso(at) },
    }));

/** In a closed space a record is due every two hours. */
const RECORD_EVERY = 100 * MINUTE;

/** Measured before work began, in a closed space again and again while it went on; far below any limit. */
function gasTestsOf({ happenings, plan }: PlannedPermit, { now, ids }: DemoContext, made: DemoCounty): object[] {
  const began = happenings.find(({ command }) => command === 'start')?.at;
  if (began === undefined || plan.gases.length === 0) return [];
  const confined = plan.place.kinds.includes('confined-space');
  const ended = happenings.find(({ command }) => command === 'finish')?.at ?? now;
  const again = confined ? Math.max(0, Math.floor((ended - began) / RECORD_EVERY)) : 0;
  const sampled = [began - 12 * MINUTE, ...Array.from({ length: again }, (_, i) => began + (i + 1) * RECORD_EVERY)];
  const air = confined ? [{ gas: 'oxygen', value: 20.8, unit: '%vol', point: 'middle' }] : [];
  return sampled.map((at) => ({
    id: ids.next(now),
    sampled_at: iso(at),
    readings: [...plan.gases.map((gas) => ({ gas, value: 0, unit: '%vol', point: 'middle' })), ...air],
    instrument: { number: 'DEMO-GT-01', calibrationDueOn: '2099-12-31' },
    ...{ passed: true, failed: [], oxygen_enriched: false, source: 'manual' },
    tested_by: person(made, plan.watcher),
    recorded_at: iso(at),
  }));
}

const historyOf = ({ happenings }: PlannedPermit, made: DemoCounty): object[] =>
  happenings.map((one) => ({
    ...{ at: iso(one.at), command: one.command, from_state: one.from, to_state: one.to },
    ...{ by_user: person(made, one.by), by_name: happenedBy(one), detail: {} },
  }));

/** Numbered by the database, in the order things happened. */
async function insertPermitHistory(tx: Tx, rows: readonly Record<string, unknown>[]): Promise<void> {
  const sorted = [...rows].sort((a, b) => (String(a['at']) < String(b['at']) ? -1 : 1));
  await bulkInsert(tx, 'permit_history', sorted);
}
