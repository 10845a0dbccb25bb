import 'reflect-metadata';
import type { Client } from 'pg';
import { DataSource } from 'typeorm';
import { DaysView } from '../../src/modules/dashboard/statistics/overview/days.view';
import { OverviewView } from '../../src/modules/dashboard/statistics/overview/overview.view';
import { PresenceView } from '../../src/modules/dashboard/statistics/overview/presence.view';
import { ReadOverview } from '../../src/modules/dashboard/statistics/overview/read-overview';
import { TownsView } from '../../src/modules/dashboard/statistics/overview/towns.view';
import { callerOf } from '../../src/modules/identity/caller-of-user';
import { RulesReader } from '../../src/modules/rules/rules.reader';
import { dataSourceOptions } from '../../src/platform/database/data-source';
import { UnitOfWork } from '../../src/platform/database/unit-of-work';
import type { Bench } from '../kit/bench';
import { openBenchDatabase } from '../kit/bench-database';
import { insertBulkDays } from './bulk-days';
import { insertBulkRegister } from './bulk-register';
import { measure, seeded, type Measured } from '../kit/measure';
import { MILLION, whole } from '../kit/rounds';

const CLIENTS = 2;
const CALLS = 200;
const FULL_COUNTS = 5;

/** The overview of a county, of its towns and of an enterprise in the morning. */
export const board: Bench = async ({ rows, say }) => {
  const database = await openBenchDatabase();
  const { client, url } = database;
  let dataSource: DataSource | undefined;
  try {
    await insertBulkRegister(client, { rows, say });
    await insertBulkDays(client, { rows, say });
    dataSource = await new DataSource(dataSourceOptions({ url, poolSize: CLIENTS, statementTimeoutMs: 60_000 })).initialize(); // prettier-ignore
    const measured = await asked(new UnitOfWork(dataSource), client, say);
    const overviews = measured.slice(0, -1);
    return {
      name: 'board',
      work: `${rows} machines and welders, ${Math.ceil(rows / 10)} jobs and as many attempts a day for 14 days; ${CLIENTS} people at a time.`,
      aim: 'overview p95 ≤ 200 ms with 10⁶ machines.',
      figures: overviews.map(({ name, p95 }) => ({
        name: `${name}, p95`,
        aim: '≤ 200 ms',
        measured: `${whole(p95)} ms`,
        met: p95 <= 200 && rows >= MILLION,
      })),
      measured,
      notes: [
        'Each call is the use case with its transaction, without HTTP: counts of today, chips, permits, honest refusals, towns, 14 days.',
        '“full count” is what the 14 days alone would cost without sums: jobs and refusals of the county by day, as the database’s owner.',
        'The database and the caller share the machine.',
      ],
    };
  } finally {
    await dataSource?.destroy();
    await database.close();
  }
};

async function asked(uow: UnitOfWork, client: Client, say: (line: string) => void): Promise<Measured[]> {
  const random = seeded(7);
  const at = Date.now();
  const rules = new RulesReader(uow);
  await rules.refresh();
  const overview = new ReadOverview(
    uow,
    new OverviewView(),
    new DaysView(),
    new TownsView(),
    new PresenceView(),
    rules,
  );
  const person = { id: 'U', name: '测试', regionCode: null, enterpriseId: null, welderId: null };
  const county = callerOf({ ...person, roles: ['regulator'], regionCode: '411003' }, null);
  const firm = callerOf({ ...person, roles: ['enterprise-manager'], enterpriseId: 'B000007' }, null);
  const towns = (await client.query<{ code: string }>('select distinct left(region_code, 9) as code from inventory_machines order by 1')).rows; // prettier-ignore
  const town = (): string => towns[Math.floor(random() * towns.length)]!.code;
  const as = { at, language: 'zh-CN' as const };
  const timed = (name: string, call: () => Promise<unknown>): Promise<Measured> => {
    say(name);
    return measure(name, { calls: CALLS, clients: CLIENTS }, call);
  };
  return [
    await timed('overview of the county', () => overview.execute({ ...as, caller: county }, {})),
    await timed('overview of a town', () => overview.execute({ ...as, caller: county }, { regionCode: town() })),
    await timed('overview of an enterprise', () => overview.execute({ ...as, caller: firm }, {})),
    await measure('full count', { calls: FULL_COUNTS, clients: 1 }, () => client.query(FULL_COUNT)),
  ];
}

const FULL_COUNT = `
  select (reserved_at at time zone 'Asia/Shanghai')::date, count(*) from jobs
  where state <> 'failed' and reserved_at > now() - interval '14 days' and region_code >= '411003' and region_code < '411003:' group by 1
  union all
  select (at at time zone 'Asia/Shanghai')::date, count(*) from decisions
  where not allowed and at > now() - interval '14 days' and region_code >= '411003' and region_code < '411003:' group by 1`;
