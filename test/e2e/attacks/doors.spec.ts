import { setTimeout as sleep } from 'node:timers/promises';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { SurveyPlatform } from '../../../src/modules/operations/survey-platform';
import { Clock } from '../../../src/platform/time/clock';
import { startApp, type TestApp } from '../../support/app';
import { inventedPhone } from '../../support/people';
import { TestChip } from '../../support/test-chip';
import { newSite, newUser, PASSWORD, signIn, type Person, type Site } from '../../support/site';
import { EventListener } from '../../support/event-stream';

const document = JSON.parse(readFileSync(join(__dirname, '../../../docs/openapi.json'), 'utf8')) as {
  paths: Record<string, Record<string, unknown>>;
};

let app: TestApp;
let site: Site;
beforeAll(async () => {
  app = await startApp({ metricsToken: 'a token of the scraper' });
  site = await newSite(app);
}, 120_000);
afterAll(() => app.close());

const told = ({ status, body }: { status: number; body: unknown }): string =>
  `${status} ${(body as { code?: string }).code ?? ''}`.trim();
const regulator = (): Promise<Person> => newUser(app, site.admin, ['regulator'], { regionCode: '411003' });

describe('S8 event streams', () => {
  const opened: EventListener[] = [];
  afterEach(() => opened.splice(0).forEach((one) => one.close()));
  const open = async (person: Person): Promise<EventListener> => {
    const listener = await EventListener.open(app.url, person.token);
    opened.push(listener);
    return listener;
  };
  const ended = (listener: EventListener, withinMs = 3_000): Promise<boolean> =>
    Promise.race([listener.ended.then(() => true), sleep(withinMs).then(() => false)]);
  const openNow = async (): Promise<number> => {
    const { text } = await app.request.get('/metrics');
    return Number(/^hanan_event_streams (\d+)/m.exec(text)?.[1]);
  };

  it('sixty of one person: ten stay open', async () => {
    const person = await regulator();
    for (let n = 0; n < 6; n += 1) await Promise.all(Array.from({ length: 10 }, () => open(person)));
    await sleep(1_000);
    expect(await openNow()).toBeLessThanOrEqual(10);
  }, 30_000);

  it('S20 of a disabled user are closed at once', async () => {
    const person = await regulator();
    const listener = await open(person);
    expect(await ended(listener, 300)).toBe(false);
    await site.admin.must(`/users/${person.userId}/disable`);
    expect(await ended(listener)).toBe(true);
  });
});

describe('S10 what a browser keeps', () => {
  it('nothing that the API answers', async () => {
    for (const [path, methods] of Object.entries(document.paths))
      for (const method of Object.keys(methods).filter((one) => one === 'get' && !path.endsWith('/events'))) {
        const address = path.replace(/\{\w+\}/g, site.machineId);
        const { headers } = await app.request.get(address).set('authorization', `Bearer ${site.admin.token}`);
        expect({ path, method, kept: headers['cache-control'] }).toEqual({ path, method, kept: 'no-store' });
      }
    expect((await app.request.post('/api/v1/auth/login').send({})).headers['cache-control']).toBe('no-store');
  }, 60_000);

  it('of the web app: the hashed files for ever, its page not without asking', async () => {
    const page = await app.request.get('/login').set('accept', 'text/html');
    if (page.status === 404) return; // the web app is not built
    expect(page.headers['cache-control']).toBe('no-cache');
    const script = /assets\/[\w-]+\.js/.exec(page.text)?.[0];
    expect((await app.request.get(`/${script}`)).headers['cache-control']).toContain('immutable');
  });
});

describe('F14 row 16 a scanned address', () => {
  it.each(['*/*', 'text/html', 'image/avif,image/webp,*/*;q=0.8', undefined])(
    'asked with %s gives the page',
    async (accept) => {
      const request = app.request.get(`/c/${site.machineCode}`);
      const answer = await (accept === undefined ? request : request.set('accept', accept));
      if ((await app.request.get('/').set('accept', 'text/html')).status === 404) return; // the web app is not built
      expect([answer.status, answer.headers['content-type']]).toEqual([200, expect.stringContaining('text/html')]);
    },
  );

  it.each([
    ['/api/v1/nothing', '*/*'],
    ['/missing.js', '*/*'],
    ['/c/1234', 'application/json'],
  ])('%s asked with %s does not', async (path, accept) => {
    expect((await app.request.get(path).set('accept', accept)).status).toBe(404);
  });
});

describe('S16 a full disk', () => {
  const asOwner = (sql: string) => app.app.get(DataSource).query(sql);
  const fill = (table: string) =>
    asOwner(`create or replace function full_disk() returns trigger language plpgsql as $$
      begin raise exception 'could not extend file' using errcode = 'disk_full'; end $$;
      create trigger full_disk before insert or update on ${table} for each statement execute function full_disk()`);
  const free = (table: string) => asOwner(`drop trigger full_disk on ${table}`);

  it('is told in words, with 507, and readiness tells it', async () => {
    await fill('audit_entries');
    const refused = await app.request
      .post('/api/v1/auth/login')
      .send({ username: 'admin', password: app.adminPassword });
    expect(told(refused)).toBe('507 storage.full');
    expect(refused.headers['retry-after']).toBe('2');
    await free('audit_entries');
    await fill('storage_probe');
    await app.elapse(11_000);
    expect((await app.request.get('/health/ready')).body).toMatchObject({
      status: 'unavailable',
      parts: { storage: 'down', database: 'up' },
    });
    await free('storage_probe');
    expect((await app.request.get('/health/ready')).status).toBe(200);
  });
});

describe('S18, S19 accounts', () => {
  const register = (body: object) =>
    site.admin.post('/users', { name: '测试', roles: ['regulator'], regionCode: '411003', ...body });

  it.each(['12345678', 'password', '        ', 'Admin@123'])(
    'password %s is refused, wherever one is set',
    async (password) => {
      expect(told(await register({ username: 'weak', password }))).toBe('422 request.invalid');
      const person = await regulator();
      expect(told(await site.admin.post(`/users/${person.userId}/password`, { password }))).toBe(
        '422 user.password-common',
      );
      expect(told(await person.post('/me/password', { current: PASSWORD, password }))).toBe('422 user.password-common');
    },
  );

  it('length is asked first', async () => {
    const { body } = await register({ username: 'weak', password: '1234567' });
    expect((body as { errors: { code: string }[] }).errors.map(({ code }) => code)).toEqual(['field.length']);
  });

  it.each(['19900008001', '8619900008001', '199-0000-8001', '１９９００００８００１'])(
    'user name %s is somebody’s phone',
    async (username) => {
      const { body, status } = await register({ username, password: PASSWORD });
      expect(status).toBe(422);
      expect((body as { errors: unknown[] }).errors).toMatchObject([
        { path: 'username', code: 'user.username-is-phone' },
      ]);
    },
  );

  it('one’s own phone may be one’s name, and a phone opens the account that has it', async () => {
    const phone = inventedPhone(8_002);
    expect((await register({ username: phone, phone, password: PASSWORD })).status).toBe(201);
    const stolen = inventedPhone(8_003);
    const owner = await register({ username: 'owner-8003', phone: stolen, password: PASSWORD });
    await app.sql(`update users set username = $1 where username = $2`, [stolen, phone]); // as it could be made before
    const person = await signIn(app, stolen);
    expect(person.userId).toBe((owner.body as { id: string }).id);
  });
});

describe('S12 a chip that floods the broker', () => {
  const topic = (): string => `hanan/v1/chips/${site.chipNo}/up/samples`;
  /** QoS 2, as it leaves a client that never answers PUBREC. */
  const publication = (messageId: number): Buffer => {
    const name = Buffer.from(topic());
    const variable = Buffer.concat([
      Buffer.from([0, name.length]),
      name,
      Buffer.from([messageId >> 8, messageId & 255]),
      Buffer.from('{}'),
    ]);
    return Buffer.concat([Buffer.from([0x34, variable.length]), variable]);
  };

  it.each([
    [20, false],
    [21, true],
  ])('%i QoS 2 messages that it does not release: cut off %s', async (messages, cutOff) => {
    const chip = await TestChip.connect(app.mqttPort, site);
    let closed = false;
    chip.client.on('error', () => undefined).once('close', () => (closed = true));
    for (let n = 1; n <= messages; n += 1) chip.client.stream.write(publication(n));
    for (let waited = 0; !closed && waited < 2_000; waited += 50) await sleep(50);
    expect(closed).toBe(cutOff);
    chip.client.end(true);
  });
});

describe('S20 small doors', () => {
  it('numbers of the process: this machine, or whoever holds the token', async () => {
    const read = (address: string) => app.request.get('/metrics').set('x-forwarded-for', address);
    expect((await app.request.get('/metrics')).status).toBe(200);
    expect((await read('198.51.100.1')).status).toBe(404);
    expect((await read('198.51.100.1').set('authorization', 'Bearer wrong')).status).toBe(404);
    expect((await read('198.51.100.1').set('authorization', 'Bearer a token of the scraper')).status).toBe(200);
  });

  it('numbers that alerts and pictures ask for are told', async () => {
    const { text } = await app.request.get('/metrics');
    const told = [...text.matchAll(/^# TYPE (\w+) (\w+)$/gm)].flatMap(([, name = '', kind]) =>
      kind === 'histogram' ? [`${name}_bucket`, `${name}_sum`, `${name}_count`] : [name],
    );
    const asked = ['alerts.yml', 'dashboard.json'].flatMap(
      (file) =>
        readFileSync(join(__dirname, '../../../docs/operations', file), 'utf8').match(
          /\b(hanan|process|nodejs)_[a-z0-9_]+\b/g,
        ) ?? [],
    );
    expect(new Set(asked).size).toBeGreaterThan(35);
    expect([...new Set(asked)].filter((name) => !told.includes(name))).toEqual([]);
  });

  it('numbers of the database are those of this moment', async () => {
    await app.elapse(60_000); // for the platform; the database keeps its own time
    const open = await new DataSource({ type: 'postgres', url: app.config.databaseUrl ?? '' }).initialize();
    try {
      const writer = open.createQueryRunner();
      await writer.startTransaction();
      await writer.query(`select pg_current_xact_id(), pg_sleep(1.1)`);
      await app.app.get(SurveyPlatform).execute(Date.now());
      await writer.rollbackTransaction();
    } finally {
      await open.destroy();
    }
    const { text } = await app.request.get('/metrics');
    const figure = (name: string): number =>
      Number(text.split('\n').find((line) => line.startsWith(`${name} `))?.slice(name.length)); // prettier-ignore
    expect(figure('hanan_partitions_ahead_days{table="samples"}')).toBe(1);
    expect(figure('hanan_oldest_transaction_seconds')).toBeGreaterThan(1);
    const apartSeconds = (Date.now() - app.app.get(Clock).now()) / 1_000;
    expect(Math.abs(figure('hanan_clock_offset_seconds') - apartSeconds)).toBeLessThan(30);
    expect(figure('hanan_queue_jobs{queue="message-lanes-dead",state="failed"}')).toBe(0);
    expect(figure('hanan_outbox_consumer_lag_seconds{consumer="notices"}')).toBeGreaterThanOrEqual(0);
    expect(figure('hanan_surveyed_timestamp_seconds') * 1_000).toBeGreaterThan(Date.now() - 60_000);
    expect(figure('hanan_disk_free_bytes')).toBeLessThan(figure('hanan_disk_size_bytes'));
    expect(figure('hanan_backup_taken_timestamp_seconds')).toBe(0);
    expect(text).not.toMatch(/^hanan_certificate_expires_timestamp_seconds \d/m); // none is given
  });

  it('junk in X-Forwarded-For is never stored', async () => {
    for (const junk of ['<script>', 'x'.repeat(5_000), "' or 1=1", '1.2.3.4.5', '198.51.100.77, junk'])
      await app.request
        .post('/api/v1/auth/login')
        .set('x-forwarded-for', junk)
        .send({ username: 'nobody', password: 'x' });
    const rows = await app.sql<{ address: string }>(
      `select distinct address from audit_entries where address is not null`,
    );
    for (const { address } of rows) expect(address).toMatch(/^[\d.]+$|^[0-9a-f:.]+$/);
    expect(rows.map(({ address }) => address)).not.toContain('198.51.100.77');
  });
});
