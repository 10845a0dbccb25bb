import { randomBytes } from 'node:crypto';
import { makeCode } from '../../src/domain/registry/code';
import { HOUR, MINUTE, type Instant } from '../../src/kernel/time';
import type { Tx } from '../../src/platform/database/unit-of-work';
import { bulkInsert } from './bulk-insert';
import * as county from './county';
import type { DemoContext, DemoCounty } from './load-demo';
import { simulatedWelder, staffUsername } from './load-demo';

interface PermitPlan {
  readonly enterprise: number;
  readonly state: county.DemoPermitState;
  readonly welder: number;
  readonly machines: readonly number[];
  readonly serial: number;
}

const MACHINES_EACH = county.MACHINES / county.ENTERPRISES;

/** Enterprises without a designated area need a permit for each job. */
export const needsPermits = (enterprise: number): boolean => enterprise % 3 === 0;

/** The visitor's shop has one permit in each state; each enterprise that works by permit has an active one. */
const plans = (): PermitPlan[] => [
  ...county.PERMIT_STATES.map((state, n) => ({ enterprise: 0, state, welder: 0, machines: [0], serial: n })),
  ...activePlans(100),
  ...boardPlans(200),
];

const activePlans = (serial: number): PermitPlan[] =>
  Array.from({ length: county.ENTERPRISES }, (_, n) => n)
    .filter(needsPermits)
    .map((enterprise) => ({
      enterprise,
      state: 'active',
      welder: simulatedWelder(enterprise),
      machines: [enterprise * MACHINES_EACH + 1],
      serial: serial + enterprise,
    }));

/** A spread over the county, so that a regulator's board is not empty in any column. */
const boardPlans = (serial: number): PermitPlan[] =>
  Array.from({ length: 40 }, (_, n) => {
    const enterprise = 1 + ((n * 7) % (county.ENTERPRISES - 1));
    return {
      enterprise,
      state: county.permitState(n),
      welder: Math.ceil((enterprise * county.WELDERS) / county.ENTERPRISES),
      machines: [enterprise * MACHINES_EACH + 2],
      serial: serial + n,
    };
  });

export const insertPermits = (tx: Tx, context: DemoContext, made: DemoCounty): Promise<void> => insert(tx, context, made, plans());

/** A demo that runs for days needs fresh permits: those that end within an hour are followed by new ones. */
export async function renewPermits(tx: Tx, context: DemoContext, made: DemoCounty): Promise<void> {
  const ending = await tx.query<{ enterprise_id: string }>(
    `select enterprise_id from permits where enterprise_id = any($1) group by enterprise_id
     having count(*) filter (where state = 'active' and planned_end > $2) = 0`,
    [made.enterpriseIds, new Date(context.now + HOUR)],
  );
  const waiting = new Set(ending.map((row) => row.enterprise_id));
  const due = activePlans(context.now % 1_000_000).filter(({ enterprise }) => waiting.has(made.enterpriseIds[enterprise] ?? ''));
  if (waiting.has(made.enterpriseIds[0] ?? '')) due.push({ enterprise: 0, state: 'active', welder: 0, machines: [0], serial: context.now });
  await insert(tx, context, made, due);
}

const iso = (at: Instant): string => new Date(at).toISOString();
const REACHED: Record<county.DemoPermitState, number> = {
  draft: 0, returned: 0, cancelled: 0, submitted: 1, rejected: 1, expired: 3, approved: 2, issued: 3, active: 4, suspended: 4, fire_watch: 5, closed: 6,
}; // prettier-ignore

async function insert(tx: Tx, context: DemoContext, made: DemoCounty, list: readonly PermitPlan[]): Promise<void> {
  const measures = await generalMeasures(tx);
  const permits = list.map((plan) => permitRow(context, made, plan));
  await bulkInsert(tx, 'permits', permits.map(({ row }) => row));
  await bulkInsert(tx, 'codes', permits.map(({ row }) => ({ code: row.code, kind: 'permit', entity_id: row.id, created_at: iso(context.now) }))); // prettier-ignore
  await bulkInsert(tx, 'permit_welders', permits.map(({ row, plan }) => ({ permit_id: row.id, welder_id: made.welderIds[plan.welder] })));
  await bulkInsert(tx, 'permit_machines', permits.flatMap(({ row, plan }) => plan.machines.map((n) => ({ permit_id: row.id, machine_id: made.machineIds[n] })))); // prettier-ignore
  await bulkInsert(tx, 'permit_signatures', permits.flatMap((permit) => signatures(made, permit)));
  await bulkInsert(
    tx,
    'permit_measures',
    permits.flatMap(({ row, plan }) =>
      measures.map((code) => {
        const confirmed = REACHED[plan.state] >= 4;
        return {
          permit_id: row.id,
          code,
          confirmed_by: confirmed ? row.fire_watch_id : null,
          confirmed_at: confirmed ? row.started_at : null,
        };
      }),
    ),
  );
}

type PermitRow = ReturnType<typeof permitRow>;

function permitRow({ now, ids }: DemoContext, made: DemoCounty, plan: PermitPlan) {
  const { start, end } = county.permitTimes(plan.state, plan.serial % 20, now);
  const reached = REACHED[plan.state];
  const { name, regionCode } = county.enterprise(plan.enterprise);
  const person = (role: string): string | undefined => made.userIds[staffUsername(role, plan.enterprise)];
  const when = (step: number, at: Instant): string | null => (reached >= step ? iso(at) : null);
  const row = {
    id: ids.next(now),
    number: `DEMO-${String(plan.serial).padStart(6, '0')}`,
    code: makeCode(randomBytes(9)),
    regime: 'general',
    level: 'ordinary',
    proposed_level: 'ordinary',
    raised_because: [],
    state: plan.state,
    enterprise_id: made.enterpriseIds[plan.enterprise],
    region_code: regionCode,
    place_name: `${name}${plan.serial % 2 === 0 ? '一号车间' : '装配区'}`,
    ...county.siteOf(plan.enterprise),
    radius_m: 100,
    open_air: false,
    place_kinds: [],
    content: county.CONTENTS[plan.serial % county.CONTENTS.length],
    method: county.METHODS[plan.serial % county.METHODS.length],
    gases: [],
    planned_start: iso(start),
    planned_end: iso(end),
    applicant_id: person('enterprise'),
    fire_watch_id: person('firewatch'),
    occupier_code_attempts: 0,
    urgent: false,
    submitted_at: when(1, start - 90 * MINUTE),
    issued_at: when(3, start - 30 * MINUTE),
    issued_by: reached >= 3 ? person('leader') : null,
    watch_on_at: when(4, start - 10 * MINUTE),
    started_at: when(4, start),
    suspended_at: plan.state === 'suspended' ? iso(now - 5 * MINUTE) : null,
    suspend_reason: plan.state === 'suspended' ? '演示：监护人临时离开' : null,
    finished_at: plan.state === 'fire_watch' ? iso(now - 5 * MINUTE) : when(6, end - HOUR),
    watch_until: plan.state === 'fire_watch' ? iso(now + 25 * MINUTE) : when(6, end - 30 * MINUTE),
    closed_at: when(6, end - 25 * MINUTE),
    version: 1,
    created_at: iso(Math.min(now, start - 2 * HOUR)),
  };
  return { row, plan };
}

const signatures = (made: DemoCounty, { row, plan }: PermitRow) =>
  ['safety', 'leader']
    .slice(0, REACHED[plan.state] >= 2 ? 2 : 0)
    .map((role, step) => ({
      permit_id: row.id,
      step,
      role: role === 'safety' ? 'safety-officer' : 'enterprise-head',
      user_id: made.userIds[staffUsername(role, plan.enterprise)],
      round: 1,
      signed_at: row.submitted_at,
    }));

async function generalMeasures(tx: Tx): Promise<string[]> {
  const [rule] = await tx.query<{ value: { code: string; placeKinds?: string[] }[] }>(
    `select value from rule_versions where key = 'permit.measures' and regime = 'general' and valid_to is null`,
  );
  return (rule?.value ?? []).filter(({ placeKinds }) => !placeKinds?.length).map(({ code }) => code);
}
