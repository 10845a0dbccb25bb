import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { HASHED_COLUMNS } from '../../src/commands/rotation/hashed-columns';
import type { Bench, Rotated } from '../../src/commands/rotation/bench';
import { KeysPlace } from '../../src/commands/rotation/keys-place';
import { dropOld, ROTATIONS } from '../../src/commands/rotation/rotate-keys';
import { SEALED_COLUMNS } from '../../src/commands/rotation/sealed-columns';
import { keptSecrets, secretsFileIn } from '../../src/platform/config/kept-secrets';
import { readSecretsAgain } from '../../src/platform/config/read-secrets';
import { valueParsers } from '../../src/platform/database/value-parsers';
import { startApp, type TestApp } from '../support/app';
import { inventedIdNumber, inventedPhone } from '../support/people';
import { activate, draftPermit, newSite, newUser, PASSWORD, POINT, type Person, type Site } from '../support/site';
import { TestChip } from '../support/test-chip';

const ID_NUMBER = inventedIdNumber(8_801);
const PHONE = inventedPhone(8_802);
const DIED = 'the command was killed';

const folder = mkdtempSync(join(tmpdir(), 'hanan-rotation-'));
const secretsFile = secretsFileIn(folder);
const notes: string[] = [];

/** Two processes of one installation: one does everything, one answers people. */
let all: TestApp;
let api: TestApp;
let site: Site;
let official: Person;
let operator: Client;

beforeAll(async () => {
  keptSecrets(folder, {});
  const secrets = { ...readSecretsAgain(secretsFile, {}), secretsFile };
  all = await startApp(secrets);
  api = await startApp({ ...secrets, ...readSecretsAgain(secretsFile, {}), databaseUrl: all.config.databaseUrl, role: 'api' }); // prettier-ignore
  site = await newSite(all);
  await site.admin.must('/welders', { name: '王换钥', idNumber: ID_NUMBER, phone: PHONE, regionCode: '411003' });
  official = await newUser(all, site.admin, ['regulator'], { regionCode: '411003', phone: PHONE });
  await official.must('/me/second-factor', { password: PASSWORD }); // its column is called `sealed`, as what the rotation reads
  operator = new Client({ connectionString: all.config.databaseUrl ?? '', types: valueParsers });
  await operator.connect();
}, 120_000);
afterAll(async () => {
  await operator?.end();
  await api?.close();
  await all?.close();
  rmSync(folder, { recursive: true, force: true });
});

const bench = (client: Pick<Client, 'query'> = operator): Bench => ({
  client: client as Client,
  config: all.config,
  place: new KeysPlace({ secretsFile, dataDir: folder }, {}),
  say: () => undefined,
  note: (key, step) => Promise.resolve(void notes.push(`${key} ${step}`)),
  now: Date.now,
  patienceMs: 20_000,
});

/** A connection that is gone before its nth statement of this kind, as that of a killed command. */
function dying(at: string, nth: number): Pick<Client, 'query'> {
  let met = 0;
  const query = (...statement: Parameters<Client['query']>) => {
    if (String(statement[0]).includes(at)) met += 1;
    return met === nth ? Promise.reject(new Error(DIED)) : operator.query(...statement);
  };
  return { query: query as Client['query'] };
}

const found = async (app: TestApp): Promise<string> => {
  const { status, body } = await app.request
    .get('/api/v1/welders')
    .query({ q: ID_NUMBER })
    .set('authorization', `Bearer ${official.token}`);
  return `${status} ${(body as { items?: unknown[] }).items?.length}`;
};
const signedIn = async (app: TestApp): Promise<string> => {
  const { status } = await app.request.post('/api/v1/auth/login').send({ username: PHONE, password: PASSWORD });
  return String(status);
};
const cameIn = async (): Promise<string> => {
  const chip = await TestChip.connect(all.mqttPort, site);
  await chip.close();
  return 'in';
};

/** Asks again and again while `work` goes on. Every answer that was not the expected one. */
async function underLoad(work: () => Promise<unknown>): Promise<{ wrong: string[]; asked: number }> {
  let going = true;
  let asked = 0;
  const wrong: string[] = [];
  const loop = async (ask: () => Promise<string>, expected: string): Promise<void> => {
    while (going) {
      const answer = await ask().catch((fault: unknown) => String(fault));
      if (answer !== expected) wrong.push(answer);
      asked += 1;
    }
  };
  const loops = [
    loop(() => found(all), '200 1'),
    loop(() => found(api), '200 1'),
    loop(() => signedIn(api), '200'),
    loop(cameIn, 'in'),
  ];
  try {
    await work();
  } finally {
    going = false;
    await Promise.all(loops);
  }
  return { wrong, asked };
}

const hashes = (): Promise<{ hash: string }[]> =>
  all.sql(`select phone_hash as hash from users where id = $1`, [official.userId]);

describe('keys are changed while people work', () => {
  it.each<Rotated>(['jwt', 'master', 'tip', 'search', 'signing'])(
    '%s: no request of two processes fails',
    async (key) => {
      const { wrong, asked } = await underLoad(() => ROTATIONS[key](bench()));
      expect({ wrong }).toEqual({ wrong: [] });
      expect(asked).toBeGreaterThan(10);
      expect(notes.some((note) => note.startsWith(key))).toBe(true);
    },
    60_000,
  );

  it('tokens of the secret before are taken still, and a second change waits for them', async () => {
    expect(await found(api)).toBe('200 1');
    await expect(ROTATIONS.jwt(bench())).rejects.toThrow('wait 16 minutes');
  });

  it('no value is left under the old keys, and the old master key goes', async () => {
    for (const { table, column } of SEALED_COLUMNS) {
      const text = `${column}::text like '%k1.%'`;
      const client = operator;
      await client.query(`begin; set local role ${table === 'tip_identities' ? 'none' : 'hanan_system'}`);
      const { rows } = await client.query(`select 1 from ${table} where ${text} limit 1`);
      await client.query('commit');
      expect({ table, column, rows }).toEqual({ table, column, rows: [] });
    }
    await dropOld(bench(), 'master');
    expect(readFileSync(join(folder, 'retired-secrets.txt'), 'utf8')).toMatch(/^\S+Z MASTER_KEY 1:/);
    expect(statSync(join(folder, 'retired-secrets.txt')).mode & 0o077).toBe(0);
    expect([await found(all), await cameIn()]).toEqual(['200 1', 'in']);
  });

  it('who is there already is found under the new search key, also by the constraints', async () => {
    const answer = await site.admin.post('/users', {
      ...{ username: 'another', password: PASSWORD, name: '同号', roles: ['regulator'], regionCode: '411003' },
      phone: PHONE,
    });
    expect([answer.status, (answer.body as { code: string }).code]).toEqual([409, 'user.phone-taken']);
  });
});

describe('a command that is killed', () => {
  it.each([
    ['before the processes have the key', 'from key_holders', 1],
    ['before the new key seals anything anew', 'pg_stat_activity', 1],
    ['between two tables', 'pg_relation_size', 9],
  ])(
    '%s: the next one goes on where it was, without a further key',
    async (_, at, nth) => {
      const versions = (): number => (JSON.parse(readFileSync(secretsFile, 'utf8')) as { MASTER_KEY: string }).MASTER_KEY.split(',').length; // prettier-ignore
      const before = versions();
      await expect(ROTATIONS.master(bench(dying(at, nth)))).rejects.toThrow(DIED);
      await operator.query('rollback');
      await ROTATIONS.master(bench());
      expect(versions()).toBe(before + 1);
      expect(await found(api)).toBe('200 1');
    },
    60_000,
  );

  it('in the middle of the change of the hashes has changed nothing', async () => {
    const [before] = await hashes();
    await expect(ROTATIONS.search(bench(dying('update search_key set', 1)))).rejects.toThrow(DIED);
    await operator.query('rollback');
    expect(await hashes()).toEqual([before]);
    expect([await found(all), await found(api)]).toEqual(['200 1', '200 1']);
    await ROTATIONS.search(bench());
    expect(await hashes()).not.toEqual([before]);
    expect([await found(all), await found(api), await signedIn(api)]).toEqual(['200 1', '200 1', '200']);
  }, 60_000);
});

describe('the unlock key', () => {
  it('changes once the chips hold the next one, and power is on under it', async () => {
    const kids = all.config.unlockKeys.map(({ kid }) => kid);
    const holds = (keys: string[]) =>
      all.sql(
        `insert into chip_holdings (chip_no, keys, told_at) values ($1, $2, now()) on conflict (chip_no) do update set keys = $2`,
        [site.chipNo, keys],
      );
    await holds(kids.slice(0, 1));
    await expect(ROTATIONS.unlock(bench())).rejects.toThrow(site.chipNo);
    await holds(kids);
    await ROTATIONS.unlock(bench());
    const { body } = await api.request.get('/.well-known/hanan-unlock-keys.json');
    const [signs, after] = (body as { keys: { kid: string }[] }).keys.map(({ kid }) => kid);
    expect(signs).toBe(kids[1]);
    expect(kids).not.toContain(after);
    const chip = await TestChip.connect(all.mqttPort, site);
    await chip.birth();
    await chip.command('time');
    const permitId = String((await draftPermit(site))['id']);
    await activate(site, permitId);
    await site.welder.must('/jobs', { machineCode: site.machineCode, permitId, ...POINT, accuracyM: 10 });
    const token = String((await chip.command('unlock'))['token']);
    expect(JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString())).toMatchObject({ kid: signs });
    await chip.close();
  }, 60_000);
});

describe('no column is forgotten', () => {
  const columns = (pattern: string): Promise<{ place: string }[]> =>
    all.sql(
      `select table_name || '.' || column_name as place from information_schema.columns
       where table_schema = 'public' and column_name ~ $1 and data_type in ('text', 'jsonb') order by 1`,
      [pattern],
    );
  const placesOf = (some: readonly { table: string; column: string }[]): string[] =>
    some.map(({ table, column }) => `${table}.${column}`).sort();

  it('of those that are sealed', async () => {
    const named = (await columns('(^|_)sealed$')).map(({ place }) => place);
    expect(placesOf(SEALED_COLUMNS.filter(({ isJson }) => !isJson))).toEqual(named);
  });

  it('of those with hashes', async () => {
    const hashed = (await columns('(_hash|^reporter_key|^used_from)$')).map(({ place }) => place);
    const known = placesOf(HASHED_COLUMNS);
    expect(hashed.filter((place) => !known.includes(place))).toEqual([]);
    expect(new Set(known).size).toBe(known.length);
  });

  it('of any value that looks sealed, whatever its column is called', async () => {
    const known = placesOf(SEALED_COLUMNS);
    const { rows } = await operator.query<{ place: string; table: string; column: string }>(
      `select table_name as table, column_name as column, table_name || '.' || column_name as place from information_schema.columns
       where table_schema = 'public' and data_type in ('text', 'jsonb')`,
    );
    const looking: string[] = [];
    for (const { table, column, place } of rows) {
      await operator.query('begin; set local role hanan_system');
      const { rows: sealed } = await operator
        .query(`select 1 from ${table} where ${column}::text ~ '^"?k[0-9]+[.][A-Za-z0-9_-]{38,}"?$' limit 1`)
        .catch(() => ({ rows: [] })); // what this role may not read is a table of its own: tip_identities, and such
      await operator.query('rollback');
      if (sealed.length > 0) looking.push(place);
    }
    expect(looking.length).toBeGreaterThan(4);
    expect(looking.filter((place) => !known.includes(place))).toEqual([]);
  });
});
