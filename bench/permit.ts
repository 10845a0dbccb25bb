import 'reflect-metadata';
import { Client, Pool } from 'pg';
import { startApp, type TestApp } from '../test/support/app';
import { newSite, POINT, type Person, type Site } from '../test/support/site';
import type { Bench } from './bench';
import { openBenchDatabase } from './bench-database';
import { insertBulkPermits } from './bulk-permits';
import { measure, seeded, type Measured } from './measure';

const CLIENTS = 20;
const HOUR = 3_600_000;

/** Create and approve, then list and search among many, over HTTP against the same rows bare over `pg`. */
export const permit: Bench = async ({ rows, say }) => {
  const database = await openBenchDatabase();
  // copying a database asks that nobody is connected to it
  await database.client.end();
  const app = await startApp({ requestsPerSecond: 1_000_000, databasePoolSize: CLIENTS });
  const url = app.config.databaseUrl ?? '';
  const pool = new Pool({ connectionString: url, max: CLIENTS });
  try {
    const site = await newSite(app);
    const writes = Math.min(2_000, Math.max(200, Math.floor(rows / 100)));
    const measured = [...(await writing(app, site, writes)), await bareWriting(pool, site, writes)];
    await bulk(url, rows, say);
    measured.push(...(await reading(app, site, say)), ...(await bareReading(pool)));
    return {
      name: 'permit',
      work: `${rows} permits of a thousand enterprises in one county; ${CLIENTS} connections, over HTTP with sign-in, scope and row level security.`,
      aim: 'create and approve ≥ 400/s; list and search of 10⁶ p99 ≤ 100 ms.',
      measured,
      notes: [
        '“bare” writes the rows that creating a permit writes in one transaction, and reads pages of ids, as the database’s owner.',
        'The client, the platform and the database share the machine.',
      ],
    };
  } finally {
    await pool.end();
    await app.close();
    await database.close();
  }
};

async function bulk(url: string, rows: number, say: (line: string) => void): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(`select set_config('hanan.scope', 'system', false)`);
  await insertBulkPermits(client, { rows, openShare: 0.02, say });
  await client.end();
}

const body = (site: Site) => ({
  regime: 'general',
  enterpriseId: site.enterpriseId,
  place: { name: '测试车间', ...POINT, radiusM: 100 },
  content: '焊接支架',
  method: '焊条电弧焊',
  plannedStart: new Date(Date.now() + HOUR).toISOString(),
  plannedEnd: new Date(Date.now() + 5 * HOUR).toISOString(),
  welderIds: [site.welderId],
  machineIds: [site.machineId],
  fireWatchId: site.watcher.userId,
});

/** One request over a connection that is kept. */
async function send(
  app: TestApp,
  who: Person,
  method: 'GET' | 'POST',
  path: string,
  content?: object,
): Promise<{ id?: string }> {
  const answer = await fetch(`${app.url}/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${who.token}`, 'content-type': 'application/json' },
    ...(content && { body: JSON.stringify(content) }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
  return JSON.parse(text) as { id?: string };
}

async function writing(app: TestApp, site: Site, calls: number): Promise<Measured[]> {
  const ids: string[] = [];
  const create = await measure('create', { calls, clients: CLIENTS }, async () => {
    const { id } = await send(app, site.manager, 'POST', '/permits', body(site));
    ids.push(id ?? '');
  });
  const each = (name: string, who: Person, command: string): Promise<Measured> =>
    measure(name, { calls, clients: CLIENTS }, (n) =>
      send(app, who, 'POST', `/permits/${ids[n]}/commands/${command}`, {}),
    );
  return [create, await each('submit', site.manager, 'submit'), await each('approve', site.safety, 'approve')];
}

async function bareWriting(pool: Pool, site: Site, calls: number): Promise<Measured> {
  return measure('create, bare', { calls, clients: CLIENTS }, async (n) => {
    const client = await pool.connect();
    const id = `BARE${String(n).padStart(22, '0')}`;
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

async function reading(app: TestApp, site: Site, say: (line: string) => void): Promise<Measured[]> {
  const random = seeded(11);
  const [town] = await app.sql<{ code: string }>(
    `select max(code) as code from regions where code like '411003%' and length(code) = 9`,
  );
  const calls = { calls: 400, clients: CLIENTS };
  const cursor = (): string => `0${String(Math.floor(random() * 1_000_000)).padStart(25, '0')}`;
  const one = async (name: string, who: Person, path: () => string): Promise<Measured> => {
    say(name);
    return measure(name, calls, () => send(app, who, 'GET', path()));
  };
  return [
    await one('list 50 of all, newest', site.admin, () => '/permits?limit=50'),
    await one('list 50 of all, anywhere', site.admin, () => `/permits?limit=50&cursor=${cursor()}`),
    await one('list 50 of one state', site.admin, () => '/permits?limit=50&state=suspended'),
    await one('list 50 of a town', site.admin, () => `/permits?limit=50&regionCode=${town?.code}`),
    await one('list 50 of an enterprise', site.manager, () => '/permits?limit=50'),
    await one('list 50 of mine', site.safety, () => '/permits?limit=50&mine=true'),
    await one(
      'search places',
      site.admin,
      () => `/permits?limit=50&q=${encodeURIComponent(WORDS[Math.floor(random() * WORDS.length)] ?? '')}`,
    ),
    await one(
      'search numbers',
      site.admin,
      () =>
        `/permits?limit=50&q=BULK-${String(Math.floor(random() * 1_000_000))
          .padStart(9, '0')
          .slice(0, 8)}`,
    ),
    await one('board', site.admin, () => '/permits/board?limit=10'),
    await one('calendar of a month', site.admin, () => '/permits/calendar?from=2026-11-01&to=2026-11-30'),
    await one('map of a town', site.admin, () => '/permits/map?bbox=113.80,34.10,113.83,34.13'),
  ];
}

async function bareReading(pool: Pool): Promise<Measured[]> {
  const sql = `select id, number, state, place_name, content, planned_start, planned_end from permits order by id desc limit 50`;
  return [
    await measure('list 50, bare', { calls: 2_000, clients: CLIENTS }, () =>
      pool.query({ name: 'bare-list', text: sql }),
    ),
  ];
}
