import 'reflect-metadata';
import { Client, Pool } from 'pg';
import { allNo } from '../../test/support/answers';
import { startApp, type TestApp } from '../../test/support/app';
import { newSite, POINT, type Person, type Site } from '../../test/support/site';
import type { Bench } from '../kit/bench';
import { openBenchDatabase } from '../kit/bench-database';
import { insertBulkPermits } from '../county/bulk-permits';
import { openHttpLoad, type HttpLoad } from '../load/http-load';
import type { Call } from '../load/http-line';
import { measure, seeded, type Measured } from '../kit/measure';
import type { Figure } from '../kit/report';
import { MILLION, percent, whole } from '../kit/rounds';

/** As many people at a time, each of an enterprise of their own. */
const CLIENTS = 20;
const HOUR = 3_600_000;
const WRITES = 4_000;
const READS = 1_000;

/** Create and approve, list and search among many, over HTTP; the same rows bare over `pg`. */
export const permit: Bench = async ({ rows, say }) => {
  const database = await openBenchDatabase();
  // copying a database asks that nobody is connected to it
  await database.client.end();
  const app = await startApp({ requestsPerSecond: 1_000_000 });
  const url = app.config.databaseUrl ?? '';
  const pool = new Pool({ connectionString: url, max: CLIENTS });
  const http = openHttpLoad();
  try {
    await bulk(url, rows, say);
    const sites: Site[] = [];
    while (sites.length < CLIENTS) sites.push(await newSite(app));
    const measured = [
      ...(await writing(http, app, sites, say)),
      await bareWriting(pool, sites),
      ...(await reading(http, app, sites, say)),
      ...(await bareReading(pool)),
    ];
    return {
      name: 'permit',
      work: `${rows} permits of a thousand enterprises in one county; ${CLIENTS} connections, over HTTP with sign-in, scope and row level security.`,
      aim: 'create and approve ≥ 400/s; list and search of 10⁶ p99 ≤ 100 ms.',
      figures: [
        rate('permits created/s', measured, 'create'),
        rate('permits approved/s', measured, 'approve'),
        slowest('list', measured, rows),
        slowest('search', measured, rows),
      ],
      measured,
      notes: [
        '“bare” writes the rows that creating a permit writes in one transaction, and reads pages of ids, as the database’s owner.',
        'The client (a process of its own), the platform and the database share the machine.',
      ],
    };
  } finally {
    http.close();
    await pool.end();
    await app.close();
    await database.close();
  }
};

function rate(name: string, measured: readonly Measured[], step: string): Figure {
  const [one, bare] = [step, `${step}, bare`].map((wanted) => measured.find((row) => row.name === wanted));
  const perSecond = one?.perSecond ?? 0;
  const ratio = bare ? { ratio: percent(perSecond / bare.perSecond) } : {};
  return { name, aim: '≥ 400', measured: whole(perSecond), ...ratio, met: perSecond >= 400 };
}

function slowest(what: string, measured: readonly Measured[], rows: number): Figure {
  const asked = measured.filter(({ name }) => name.startsWith(what) && !name.endsWith('bare'));
  const p99 = Math.max(...asked.map((one) => one.p99));
  return {
    name: `${what} among ${whole(rows)} permits, the slowest, p99`,
    aim: '≤ 100 ms',
    measured: `${whole(p99)} ms`,
    met: p99 <= 100 && rows >= MILLION,
  };
}

async function bulk(url: string, rows: number, say: (line: string) => void): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(`select set_config('hanan.scope', 'system', false)`);
  await insertBulkPermits(client, { rows, openShare: 0.02, say });
  await client.end();
}

const random = seeded(11);
/** Somewhere in the county: nobody has two thousand works in one workshop. */
const somewhere = () => ({ lat: POINT.lat + random() / 5 - 0.1, lng: POINT.lng + random() / 5 - 0.1 });

const body = (site: Site, town: string) => ({
  regime: 'general',
  enterpriseId: site.enterpriseId,
  regionCode: town,
  place: { name: '测试车间', ...somewhere(), radiusM: 100 },
  content: '焊接支架',
  method: '焊条电弧焊',
  answers: allNo('general'),
  plannedStart: new Date(Date.now() + HOUR).toISOString(),
  plannedEnd: new Date(Date.now() + 5 * HOUR).toISOString(),
  welderIds: [site.welderId],
  machineIds: [site.machineId],
  fireWatchId: site.watcher.userId,
});

async function writing(http: HttpLoad, app: TestApp, sites: Site[], say: (line: string) => void): Promise<Measured[]> {
  const load = (name: string, callOf: (site: Site, n: number) => Omit<Call, 'method'>) => {
    say(name);
    const calls = times(WRITES, (n): Call => ({ method: 'POST', ...callOf(at(sites, n), n) }));
    return http.measure(name, { url: app.url, clients: CLIENTS, calls });
  };
  const towns = await townsOf(app);
  const made = await load('create', (site, n) => ({
    path: '/permits',
    body: body(site, at(towns, n)),
    token: site.manager.token,
  }));
  const command = (name: string, who: (site: Site) => Person) =>
    load(name, (site, n) => ({ path: `/permits/${made.ids[n]}/commands/${name}`, body: {}, token: who(site).token }));
  const submitted = await command('submit', ({ manager }) => manager);
  const approved = await command('approve', ({ safety }) => safety);
  return [made, submitted, approved].map(({ measured }) => measured);
}

const times = <T>(count: number, make: (n: number) => T): T[] => Array.from({ length: count }, (_, n) => make(n));
const townsOf = async (app: TestApp): Promise<string[]> =>
  (
    await app.sql<{ code: string }>(
      `select code from regions where code like '411003%' and length(code) = 9 order by code`,
    )
  ).map(({ code }) => code);

/** Neighbouring calls, which are under way at one time, belong to different enterprises. */
const at = <T>(all: readonly T[], n: number): T => all[n % all.length]!;

async function bareWriting(pool: Pool, sites: Site[]): Promise<Measured> {
  return measure('create, bare', { calls: WRITES, clients: CLIENTS }, async (n) => {
    const client = await pool.connect();
    const id = `BARE${String(n).padStart(22, '0')}`;
    const site = at(sites, n);
    try {
      await client.query(`begin; select set_config('hanan.scope', 'system', true)`);
      await client.query(
        `insert into permits (id, number, code, regime, level, proposed_level, state, enterprise_id, region_code, place_name, lat, lng, radius_m,
           content, method, planned_start, planned_end, applicant_id, fire_watch_id, created_at)
         values ($1, $1, $1, 'general', 'ordinary', 'ordinary', 'draft', $2, '411003', '测试车间', 34.12, 113.82, 100, '焊接支架', '焊条电弧焊',
           now(), now() + interval '4 hours', $3, $4, now())`,
        [id, site.enterpriseId, site.manager.userId, site.watcher.userId],
      );
      await client.query(`insert into permit_welders (permit_id, welder_id) values ($1, $2)`, [id, site.welderId]);
      await client.query(`insert into permit_machines (permit_id, machine_id) values ($1, $2)`, [id, site.machineId]);
      await client.query(`insert into codes (code, kind, entity_id, created_at) values ($1, 'permit', $1, now())`, [
        id,
      ]);
      await client.query(
        `insert into permit_history (permit_id, at, command, to_state, by_name) values ($1, now(), 'create', 'draft', 'bench')`,
        [id],
      );
      await client.query(
        `insert into audit_entries (at, actor_name, action, entity, entity_id) values (now(), 'bench', 'permit.created', 'permit', $1)`,
        [id],
      );
      await client.query(
        `insert into outbox (type, at, entity, entity_id) values ('permit.changed', now(), 'permit', $1)`,
        [id],
      );
      await client.query('commit');
    } finally {
      client.release();
    }
  });
}

const WORDS = ['反应釜平台', '锅炉房', '南配电室', '管廊41', '装配区976号位', '一号车间'];

async function reading(http: HttpLoad, app: TestApp, sites: Site[], say: (line: string) => void): Promise<Measured[]> {
  const [site] = sites as [Site];
  const [town] = await townsOf(app);
  const digits = (length: number): string => String(Math.floor(random() * 1_000_000)).padStart(length, '0');
  const word = (): string => encodeURIComponent(WORDS[Math.floor(random() * WORDS.length)] ?? '');
  const asked: [string, Person, () => string][] = [
    ['list 50 of all, newest', site.admin, () => '/permits?limit=50'],
    ['list 50 of all, anywhere', site.admin, () => `/permits?limit=50&cursor=0${digits(25)}`],
    ['list 50 of one state', site.admin, () => '/permits?limit=50&state=suspended'],
    ['list 50 of a town', site.admin, () => `/permits?limit=50&regionCode=${town}`],
    ['list 50 of an enterprise', site.manager, () => '/permits?limit=50'],
    ['list 50 of mine', site.safety, () => '/permits?limit=50&mine=true'],
    ['search places', site.admin, () => `/permits?limit=50&q=${word()}`],
    ['search numbers', site.admin, () => `/permits?limit=50&q=BULK-${digits(9).slice(0, 8)}`],
    ['board', site.admin, () => '/permits/board?limit=10'],
    ['calendar of a month', site.admin, () => '/permits/calendar?from=2026-11-01&to=2026-11-30'],
    ['map of a town', site.admin, () => '/permits/map?bbox=113.80,34.10,113.83,34.13'],
  ];
  const measured: Measured[] = [];
  for (const [name, who, path] of asked) {
    say(name);
    const calls = times(READS, (): Call => ({ method: 'GET', path: path(), token: who.token }));
    const answer = await http.measure(name, { url: app.url, clients: CLIENTS, calls });
    measured.push(answer.measured);
  }
  return measured;
}

async function bareReading(pool: Pool): Promise<Measured[]> {
  const sql = `select id, number, state, place_name, content, planned_start, planned_end from permits order by id desc limit 50`;
  return [
    await measure('list 50, bare', { calls: 2_000, clients: CLIENTS }, () =>
      pool.query({ name: 'bare-list', text: sql }),
    ),
  ];
}
