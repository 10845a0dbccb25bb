import { DaysView } from '../../../src/modules/dashboard/statistics/overview/days.view';
import { TownsView } from '../../../src/modules/dashboard/statistics/overview/towns.view';
import { subtreeRange } from '../../../src/kernel/region-code';
import { DAY, shanghaiDate } from '../../../src/kernel/time';
import { systemScope } from '../../../src/platform/database/scope';
import { freshDatabase, type TestDatabase } from '../../support/database';
import { randomFrom, RandomHistory, REGIONS } from '../inventory/random-history';

/** 2,000 in CI; `DAY_CHANGES=100000` is the long run. */
const CHANGES = Number(process.env['DAY_CHANGES'] ?? 2_000);
const SEED = Number(process.env['DAY_SEED'] ?? 20_261_129);
const A_TRANSACTION = 20;
const AT = Date.parse('2026-11-28T15:59:59.999Z'); // the last moment of the day in China
const ENTERPRISES = ['E1', 'E2', null];
const JOB_STATES = ['reserved', 'running', 'finished', 'stopped', 'failed', 'failed'];
jest.setTimeout(60_000 + CHANGES * 60);

let db: TestDatabase;
const random = randomFrom(SEED);
const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!;
/** Of three weeks, often within a second of midnight in China. */
const moment = (): Date => {
  const day = AT + 1 - Math.floor(random() * 21) * DAY;
  return new Date(random() < 0.3 ? day + Math.floor(random() * 2_000) - 1_000 : day - Math.floor(random() * DAY));
};
const sql = <T = Record<string, unknown>>(text: string, params: readonly unknown[] = []): Promise<T[]> =>
  db.uow.run(systemScope('test'), (tx) => tx.query<T>(text, params));

const made = { jobs: 0, violations: 0, decisions: 0 };
const STEPS: readonly (() => [string, unknown[]])[] = [
  () => [
    `insert into decisions (id, at, purpose, region_code, allowed, enterprise_id, finding_codes, findings, facts, rule_version)
     values ($1, $2, $3, $4, $5, $6, '{}', '[]', '{}', 'test')`,
    [`D${(made.decisions += 1)}`, moment(), pick(['start', 'handover', 'dry-run']), pick(REGIONS), random() < 0.5, pick(ENTERPRISES)],
  ],
  () => [
    `insert into jobs (id, machine_id, control, welder_id, region_code, source, state, reserved_at, work_until, idle_limit_s, enterprise_id)
     values ($1, 'M', 'cut', 'W', $2, 'online', $3, $4, $4, 0, $5)`,
    [`J${(made.jobs += 1)}`, pick(REGIONS), pick(JOB_STATES.slice(2)), moment(), pick(ENTERPRISES)],
  ],
  () => [
    `insert into violations (id, kind, grade, severity, state, certainty, source, cause, region_code, description, evidence, photo_ids,
       found_at, last_at, raised_at, enterprise_id)
     values ($1, $2, 'hazard', 2, 'open', $3, 'detector', $1, $4, 'x', '{}', '{}', $5, $5, $5, $6)`,
    [`V${(made.violations += 1)}`, pick(['off-platform', 'no-permit']), pick(['provisional', 'confirmed', 'withdrawn']), pick(REGIONS), moment(), pick(ENTERPRISES)],
  ],
  () => ['update decisions set allowed = not allowed where id = $1', [`D${Math.ceil(random() * made.decisions)}`]], // as when a race is lost
  () => ['update jobs set state = $2 where id = $1', [`J${Math.ceil(random() * made.jobs)}`, pick(JOB_STATES.slice(2))]],
  () => ['update jobs set region_code = $2 where id = $1', [`J${Math.ceil(random() * made.jobs)}`, pick(REGIONS)]],
  () => ['update jobs set enterprise_id = $2 where id = $1', [`J${Math.ceil(random() * made.jobs)}`, pick(ENTERPRISES)]],
  () => ['update violations set enterprise_id = $2 where id = $1', [`V${Math.ceil(random() * made.violations)}`, pick(ENTERPRISES)]],
  () => ['update violations set certainty = $2 where id = $1', [`V${Math.ceil(random() * made.violations)}`, pick(['provisional', 'confirmed', 'withdrawn'])]],
  () => ['update violations set region_code = $2, kind = $3 where id = $1', [`V${Math.ceil(random() * made.violations)}`, pick(REGIONS), pick(['off-platform', 'no-permit'])]],
]; // prettier-ignore

describe('what the overview adds up equals a full count after any history', () => {
  beforeAll(async () => {
    db = await freshDatabase();
    await sql('insert into regions (code, name, parent) select c, c, case when length(c) = 12 then left(c, 9) else left(c, 6) end from unnest($1::text[]) c where length(c) > 6 on conflict do nothing', [REGIONS]); // prettier-ignore
    const register = new RandomHistory(random);
    await db.uow.run(systemScope('test'), async (tx) => {
      await register.begin(tx);
      await tx.query(`insert into machines (id, code, model, process, control, region_code, status, created_at) values ('M', 'M', 'x', 'MMA', 'cut', '411003', 'in-service', now())`); // prettier-ignore
      await tx.query(
        `insert into welders (id, name, id_number_sealed, id_number_hash, id_number_masked, phone_sealed, phone_hash, phone_masked, region_code, code, created_at)
         values ('W', 'x', 'x', 'x', 'x', 'x', 'x', 'x', '411003', 'W', now())`,
      );
    });
    for (let done = 0; done < CHANGES; done += A_TRANSACTION) {
      await db.uow.run(systemScope('test'), async (tx) => {
        for (let n = 0; n < A_TRANSACTION; n += 1) {
          if (random() < 0.2) await register.step(tx);
          else await tx.query(...pick(STEPS)());
        }
      });
      if (random() < 0.1) await sql('select fold_day_figures(), fold_inventory()'); // now and then: numbers come from both tables
    }
  });
  afterAll(() => db?.close());

  const days = (code: string, enterpriseId: string | null) =>
    db.uow.run(systemScope('test'), (tx) => new DaysView().until(tx, { ...subtreeRange(code), enterpriseId }, AT));
  const OF = 'region_code >= $1 and region_code < $2';
  const OWN = `${OF} and ($4::text is null or enterprise_id = $4)`;
  const onDay = (time: string): string => `${time} >= $3 and ${time} < $3::timestamptz + interval '1 day'`;
  const FULL = `select
    (select count(*)::int from jobs where state <> 'failed' and ${onDay('reserved_at')} and ${OWN}) as jobs,
    (select count(*)::int from decisions where allowed and purpose <> 'dry-run' and ${onDay('at')} and ${OWN}) as allowed,
    (select count(*)::int from decisions where not allowed and purpose <> 'dry-run' and ${onDay('at')} and ${OWN}) as refused,
    (select count(*)::int from violations where certainty <> 'withdrawn' and ${onDay('found_at')} and ${OWN}) as violations,
    (select count(*)::int from violations where certainty <> 'withdrawn' and kind = 'off-platform' and ${onDay('found_at')} and ${OWN}) as "offPlatform"`;

  async function expectFullCount(code: string, enterpriseId: string | null): Promise<void> {
    const found = await days(code, enterpriseId);
    expect(found).toHaveLength(14);
    expect(found.at(-1)!.day).toBe(shanghaiDate(AT));
    const range = subtreeRange(code);
    for (const { day, ...figures } of found) {
      const [full] = await sql(FULL, [range.from, range.to, new Date(`${day}T00:00:00+08:00`), enterpriseId]);
      expect({ day, ...figures }).toEqual({ day, ...full });
    }
    if (code === '411003') expect(found.reduce((sum, { jobs }) => sum + jobs, 0)).toBeGreaterThan(CHANGES / 200);
  }

  it.each(['', '41', '411003', '411003100', '411003100201', '411002', '50'])('days of region "%s"', (code) =>
    expectFullCount(code, null),
  );

  it.each([
    ['E1', ''],
    ['E1', '411003'],
    ['E2', '411003100'],
    ['nobody', '41'],
  ])('days of enterprise %s in "%s"', async (enterprise, code) => {
    if (enterprise === 'nobody') expect((await days(code, enterprise)).every(({ jobs }) => jobs === 0)).toBe(true);
    else await expectFullCount(code, enterprise);
  });

  it.each(['', '41', '411003', '411003100', '411003100201'])('towns of region "%s"', async (code) => {
    const range = subtreeRange(code);
    const towns = await db.uow.run(systemScope('test'), (tx) => new TownsView().of(tx, { ...range, enterpriseId: null }, AT)); // prettier-ignore
    const machines = await sql<{ code: string }>(
      `select left(region_code, 9) as code, count(*)::int as machines,
         count(*) filter (where exists (select 1 from chip_bindings b where b.machine_id = m.id and b.unbound_at is null))::int as "machinesWithChip"
       from machines m where status <> 'scrapped' and ${OF} group by 1`,
      [range.from, range.to],
    );
    const welders = await sql<{ code: string }>(
      `select left(region_code, 9) as code, count(*)::int as welders,
         count(*) filter (where exists (select 1 from certificates c where c.welder_id = w.id and c.status = 'verified' and c.valid_to >= $3))::int as "weldersCertified"
       from welders w where same_person_as is null and ${OF} group by 1`,
      [range.from, range.to, shanghaiDate(AT)],
    );
    const none = { machines: 0, machinesWithChip: 0, welders: 0, weldersCertified: 0 };
    const full = new Map<string, object>();
    for (const { code: town, ...numbers } of [...machines, ...welders])
      full.set(town, { ...none, ...full.get(town), ...numbers });
    expect(Object.fromEntries(towns.map(({ code: town, name: _, ...numbers }) => [town, numbers]))).toEqual(
      Object.fromEntries(full),
    );
  });
});
