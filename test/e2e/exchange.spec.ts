import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { OutboxConsumers } from '../../src/platform/outbox/outbox-consumers';
import { FollowChanges } from '../../src/modules/exchange/send/follow-changes';
import { RunLines } from '../../src/modules/exchange/send/run-lines';
import { openTable } from '../../src/platform/documents/tables/open-table';
import { sign } from '../../src/modules/exchange/signature';
import { DAY, HOUR, MINUTE } from '../../src/kernel/time';
import { startApp, type TestApp } from '../support/app';
import { ExamplePlatform } from '../support/example-platform';
import { inventedIdNumber, inventedPhone } from '../support/people';
import { everythingIsRead } from '../support/outbox-read';
import { newSite, newUser, type Person, type Site } from '../support/site';

type Body = Record<string, unknown>;

const there = new ExamplePlatform();
let app: TestApp;
let site: Site;
let regulator: Person;
let now: number;

/** No loop of the platform runs by itself: the test says when, and what time it is. */
const follow = async (): Promise<void> => {
  await everythingIsRead(app);
  await app.app.get(FollowChanges).execute(now);
};
const run = (at: number): Promise<void> => app.app.get(RunLines).execute(at);
const send = async (at = now): Promise<void> => {
  await follow();
  await run(at);
};

const partner = async (): Promise<Body> => {
  const { body } = await regulator.get('/exchange/partners');
  return (body as { items: Body[] }).items.find(({ id }) => id === there.partnerId)!;
};
const troubles = async (): Promise<Record<string, Body[]>> =>
  (await regulator.get(`/exchange/partners/${there.partnerId}/troubles`)).body as Record<string, Body[]>;
const held = (id: string) => [...there.rows.values()].find((row) => row.id === id);

const STATES = { 'in-service': '1', suspended: '2', repair: '3', lost: '4', scrapped: '9' };
const PROCESSES = { MMA: '11', GMAW: '12', GTAW: '13', SAW: '14', PAW: '15', LASER: '16', GAS: '17', PLASMA: '18', RESISTANCE: '21', BRAZING: '31' }; // prettier-ignore
const row = (field: string, name: string, format: string, more: Body = {}): Body => ({ field, name, format, ...more });
const FIELDS: Readonly<Record<string, Body[]>> = {
  enterprise: [
    row('name', 'dwmc', 'text'),
    row('uscc', 'tyshxydm', 'text'),
    row('kind', 'dwlx', 'code'),
    row('industry', 'hy', 'code'),
    row('region', 'xzqh', 'text'),
    row('contactName', 'lxr', 'text', { purpose: 'enforcement' }),
    row('contactPhone', 'lxdh', 'text', { purpose: 'enforcement' }),
  ],
  machine: [
    row('code', 'sbbm', 'text'),
    row('serialNumber', 'ccbh', 'text'),
    row('model', 'xh', 'text'),
    row('process', 'hjgy', 'code', { codes: PROCESSES }),
    row('outlets', 'hqs', 'digits'),
    row('uscc', 'sydw', 'text'),
    row('region', 'xzqh', 'text'),
    row('inspectionDueOn', 'xcjy', 'date-compact'),
    row('status', 'zt', 'code', { codes: STATES }),
  ],
  welder: [
    row('code', 'bm', 'text'),
    row('name', 'xm', 'text', { purpose: 'certificate-check' }),
    row('idNumber', 'sfzh', 'text', { purpose: 'certificate-check' }),
    row('phone', 'sj', 'text', { purpose: 'enforcement' }),
    row('region', 'xzqh', 'text'),
  ],
  permit: [row('number', 'zph', 'text'), row('state', 'zt', 'code'), row('plannedStart', 'kssj', 'time-local')],
};
const map = (kind: string, validFrom = '2026-01-01') =>
  site.admin.post(`/exchange/partners/${there.partnerId}/mappings`, { kind, validFrom, fields: FIELDS[kind] });

/** A batch of the other platform, as its own program would send it. */
const offer = (items: Body[], more: Body = {}, headers?: Record<string, string>) => {
  const body = JSON.stringify({ v: 1, batch: 'B-1', items, ...more });
  return app.request
    .post('/api/v1/exchange/batches')
    .set('content-type', 'application/json')
    .set(headers ?? there.signed('POST', '/api/v1/exchange/batches', body))
    .send(body);
};
const verdicts = async (items: Body[], more: Body = {}): Promise<unknown[][]> => {
  const { body, status } = await offer(items, more);
  expect([status, body]).toEqual([200, { items: expect.any(Array) as unknown }]);
  return (body as { items: Body[] }).items.map(({ verdict, code, field }) => [verdict, code, field]);
};
const ask = async (path: string): Promise<Body> =>
  (await app.request.get(path).set(there.signed('GET', path)).expect(200)).body as Body;

beforeAll(async () => {
  await there.open();
  app = await startApp({ role: 'api', webhookHosts: [`127.0.0.1:${there.port}`], outsidePatienceMs: 300 });
  now = Date.now();
  await app.app.get(OutboxConsumers).begin('exchange', now);
  site = await newSite(app);
  regulator = await newUser(app, site.admin, ['regulator'], { regionCode: '411003' });
  const added = (await site.admin.must('/exchange/partners', {
    ...{ name: '省级监管平台', kind: 'province', regionCode: '411003', baseUrl: there.url },
  })) as { id: string; secret: string };
  Object.assign(there, { partnerId: added.id, secret: added.secret });
}, 120_000);
afterAll(async () => {
  await app?.close();
  await there.close();
});

describe('another platform gets what the mapping says', () => {
  it('only the administrator says what leaves; an address of our own network is refused', async () => {
    const body = { name: '别的平台', kind: 'neighbour', regionCode: '411003' };
    expect((await regulator.post('/exchange/partners', body)).status).toBe(403);
    const inside = await site.admin.post('/exchange/partners', { ...body, baseUrl: 'https://10.0.0.7/a' });
    expect([inside.status, (inside.body as Body)['code']]).toEqual([422, 'webhook.address-not-public']);
    const twice = await site.admin.post('/exchange/partners', { ...body, name: '省级监管平台' });
    expect([twice.status, (twice.body as Body)['code']]).toEqual([409, 'exchange.partner-exists']);
    expect((await regulator.get('/exchange/partners')).text).not.toContain(there.secret);
  });

  it('a mapping with a hole is refused with its row; a good one holds from its day', async () => {
    const { scrapped: _, ...codes } = STATES;
    const hole = await site.admin.post(`/exchange/partners/${there.partnerId}/mappings`, {
      ...{ kind: 'machine', validFrom: '2026-01-01', fields: [row('status', 'zt', 'code', { codes })] },
    });
    expect([hole.status, hole.body]).toMatchObject([422, { code: 'exchange.codes-missing', errors: [{ path: 'fields.0' }] }]);
    expect(hole.text).toContain('scrapped');
    expect([(await map('enterprise')).status, (await map('machine')).status, (await map('machine')).status]).toEqual([201, 201, 409]);
  }); // prettier-ignore

  it('first everything that is there, then what changes; a version comes once', async () => {
    await send();
    const machine = held(site.machineId);
    expect(machine).toMatchObject({
      ...{ kind: 'machine', version: 1, region: '411003' },
      record: { sbbm: site.machineCode, xh: 'ZX7-400', hjgy: '11', hqs: '1', xcjy: '20300101', zt: '1' },
    });
    expect(held(site.enterpriseId)?.record).toMatchObject({ dwlx: 'individual', lxr: '测**', lxdh: '199****0002' });
    expect(held(site.welderId)).toBeUndefined(); // no mapping of the kind
    const taken = there.history.length;
    await app.sql(`update outbox_consumers set xid = '0'::xid8, id = 0 where name = 'exchange'`); // all events once more
    await send();
    expect(there.history).toHaveLength(taken);
    await site.admin.must(`/machines/${site.machineId}/commands/suspend`, { reason: '检修' });
    await send();
    expect(held(site.machineId)).toMatchObject({ version: 2, record: { zt: '2' } });
    expect(await partner()).toMatchObject({ behind: 0, failed: 0, held: there.rows.size, fault: null });
  });

  it('personal data leaves masked, in clear for the purposes of the agreement, and masked again after it', async () => {
    expect((await map('welder')).status).toBe(201);
    await send();
    const before = held(site.welderId)!.record;
    expect(before['sfzh']).toMatch(/^\d+\*+/);
    await app.request
      .put(`/api/v1/exchange/partners/${there.partnerId}/agreement`)
      .set('authorization', `Bearer ${site.admin.token}`)
      .send({
        number: '数据共享协议 2026-07',
        purposes: ['certificate-check'],
        from: '2026-01-01',
        until: '2099-12-31',
      })
      .expect(200);
    await send();
    const clear = held(site.welderId)!.record;
    expect([clear['sfzh'], clear['sj']]).toEqual([expect.stringMatching(/^411003\d{11}[\dX]$/), before['sj']]);
    const audited = await app.sql<{ after: { fields: string[] } }>(
      `select after from audit_entries where action = 'exchange.personal-data-sent'`,
    );
    expect(audited.map(({ after }) => after.fields)).toEqual([['name', 'idNumber']]);
    expect(JSON.stringify(audited)).not.toContain(clear['sfzh']);
    await site.admin.delete(`/exchange/partners/${there.partnerId}/agreement`).expect(200);
    await send();
    expect(held(site.welderId)).toMatchObject({ record: before });
  });

  it('down for a day, slow, failing after it took it, and back: each version once, in order, nothing lost', async () => {
    const machines = await Promise.all(
      [1, 2, 3].map((n) =>
        site.admin.must('/machines', { model: `ZX7-${n}00`, process: 'MMA', enterpriseId: site.enterpriseId, regionCode: '411003', serialNumber: `T${n}` }),
      ),
    ); // prettier-ignore
    const ids = machines.map(({ id }) => String(id));
    await there.close(); // down
    await send();
    expect(await partner()).toMatchObject({ behind: 3, fault: 'http-econnrefused' });
    for (let hour = 1; hour < 24; hour += 1) await run(now + hour * HOUR);
    await site.admin.must(`/machines/${ids[0]!}/commands/suspend`, { reason: '检修' });
    await follow();
    await there.open();
    there.mood = 'slow';
    await run(now + 25 * HOUR);
    there.mood = 'fails';
    await run(now + 27 * HOUR);
    expect(ids.map(held)).toEqual([undefined, undefined, undefined]);
    there.mood = 'forgets'; // it takes them, and its answer is lost
    await run(now + 29 * HOUR);
    expect(await partner()).toMatchObject({ behind: 3 });
    there.mood = 'well';
    await run(now + 31 * HOUR);
    await run(now + 32 * HOUR);
    expect(await partner()).toMatchObject({ behind: 0, failed: 0, fault: null });
    expect(ids.map((id) => held(id)?.version)).toEqual([expect.any(Number), 1, 1]);
    for (const id of new Set(there.history.map((one) => one.id))) {
      const versions = there.history.filter((one) => one.id === id).map(({ version }) => version);
      expect(versions).toEqual([...new Set(versions)].sort((a, b) => a - b));
    }
  }, 60_000); // prettier-ignore

  it('what the other side refuses is shown with its code, and is sent again when it changed', async () => {
    there.refused.set(site.machineId, 'sbbm.unknown');
    await site.admin.must(`/machines/${site.machineId}/commands/resume`, { reason: '检修完成' });
    await send(now + 33 * HOUR);
    expect((await troubles())['failed']).toEqual([{ kind: 'machine', entityId: site.machineId, code: 'sbbm.unknown' }]);
    there.refused.clear();
    await site.admin.must(`/machines/${site.machineId}/commands/suspend`, { reason: '检修' });
    await send(now + 34 * HOUR);
    expect((await troubles())['failed']).toEqual([]);
  });

  it('both sides are compared by counts and hashes; what is missing, older or too much there is put right', async () => {
    const keys = [...there.rows.keys()];
    const [lost, old] = [`machine ${site.machineId}`, `enterprise ${site.enterpriseId}`];
    const surplus = { kind: 'machine', id: '01SURPLUS', version: 4, region: '411003', day: '2026-01-01' };
    there.rows.delete(lost);
    there.seen.delete(lost);
    there.rows.set(old, { ...there.rows.get(old)!, version: 1 });
    await app.sql(`update exchange_items set version = 3, held_version = 3 where entity_id = $1`, [site.enterpriseId]);
    there.rows.set('machine 01SURPLUS', { ...surplus, record: {}, content: '' });
    const at = now + 3 * DAY;
    await regulator.must(`/exchange/partners/${there.partnerId}/check`);
    await run(at); // everything is looked through and found, and both sides are compared
    expect((await partner())['lastCheck']).toMatchObject({ differing: 3, fault: null });
    expect((await troubles())['differences']).toEqual([
      { kind: 'enterprise', entityId: site.enterpriseId, difference: 'older', ours: 3, theirs: 1 },
      {
        kind: 'machine',
        entityId: site.machineId,
        difference: 'missing',
        ours: expect.any(Number) as number,
        theirs: null,
      },
      { kind: 'machine', entityId: '01SURPLUS', difference: 'surplus', ours: null, theirs: 4 },
    ]);
    await run(at + MINUTE);
    expect([...there.rows.keys()].sort()).toEqual(keys.sort());
    await run(at + 2 * DAY);
    expect((await partner())['lastCheck']).toMatchObject({ differing: 0, ours: keys.length, theirs: keys.length });
    await app.sql('update welders set erased_at = now() where id = $1', [site.welderId]); // an erasure makes no news
    await run(at + 2 * DAY + MINUTE); // all is looked through after each comparison
    expect([held(site.welderId), there.history.at(-1)]).toMatchObject([
      undefined,
      { id: site.welderId, op: 'withdraw' },
    ]);
  });
});

describe('another platform tells us', () => {
  const enterprise = (id: string, name: string, version = 1): Body => ({
    ...{ kind: 'enterprise', id, version, op: 'put', region: '411003', day: '2026-11-01' },
    record: { dwmc: name, dwlx: 'individual', hy: 'repair', xzqh: '411003', lxr: '王五', lxdh: inventedPhone(9001) },
  });
  const machine = (id: string, version: number, change: Body = {}): Body => ({
    ...{ kind: 'machine', id, version, op: 'put', region: '411003', day: '2026-11-02' },
    record: { ccbh: 'P-778', xh: 'NBC-350', hjgy: '12', hqs: '1', xzqh: '411003', xcjy: '20270630', ...change },
  });

  it('the signature is that of the page for strangers', () => {
    const page = readFileSync(join(__dirname, '../../docs/exchange.md'), 'utf8');
    const signed = { method: 'POST', path: '/hanan/batches', body: '{}' };
    expect(page).toContain(sign('exch_test', 1_795_000_000_000, signed).replace('t=1795000000,', ''));
  });

  it('nobody else does: a wrong, old or foreign signature and a changed body are refused', async () => {
    const path = '/api/v1/exchange/batches';
    const body = JSON.stringify({ v: 1, batch: 'B-1', items: [enterprise('E1', '省里来的店')] });
    const seconds = Math.floor(Date.now() / 1_000);
    const tries = [
      {},
      { ...there.signed('POST', path, body), 'hanan-partner': '01NOBODY' },
      there.signed('POST', path, body.replace('E1', 'E2')),
      there.signed('POST', '/api/v1/exchange/summary', body),
      there.signed('POST', path, body, seconds - 360),
      there.signed('POST', path, body, seconds + 360),
    ];
    for (const headers of tries) {
      const { status, body: said } = await offer([enterprise('E1', '省里来的店')], {}, headers);
      expect([status, (said as Body)['code']]).toEqual([401, 'exchange.signature-wrong']);
    }
    expect(await app.sql(`select 1 from enterprises where name = '省里来的店'`)).toEqual([]);
  });

  it('a preview keeps nothing; then each comes in once, however often and in whatever order it comes', async () => {
    const [shop, welder] = [machine('M1', 2), { ...machine('W1', 1), kind: 'welder' }];
    const person = { xm: '赵六', sfzh: inventedIdNumber(9002), sj: inventedPhone(9002), xzqh: '411003' };
    const items = [enterprise('E1', '省里来的店'), shop, { ...welder, record: person }];
    expect(await verdicts(items, { preview: true })).toEqual([0, 1, 2].map(() => ['taken', null, null]));
    expect(await app.sql(`select 1 from enterprises where name = '省里来的店'`)).toEqual([]);
    expect(await verdicts(items)).toEqual([0, 1, 2].map(() => ['taken', null, null]));
    expect(await verdicts(items)).toEqual([0, 1, 2].map(() => ['same', null, null]));
    expect(await verdicts([machine('M1', 1), machine('M1', 2, { xh: 'NBC-400' })])).toEqual([
      ['stale', 'exchange.version-stale', null],
      ['stale', 'exchange.version-changed', null],
    ]);
    const came = await app.sql(`select model, process from machines where serial_number = 'P-778'`);
    expect(came).toEqual([{ model: 'NBC-350', process: 'GMAW' }]);
    expect(await app.sql(`select 1 from enterprises where name = '省里来的店'`)).toHaveLength(1);
  });

  it('what cannot be taken says why, by the sender’s own names', async () => {
    const refusedBecause = await verdicts([
      machine('M2', 1, { hjgy: '99' }),
      machine('M3', 1, { xcjy: '20270631' }),
      machine('M4', 1, { xh: null }),
      { ...machine('M5', 1), region: '410105' },
      { ...machine('M6', 1), kind: 'permit' },
      { ...machine('M7', 1), kind: 'certificate' },
    ]);
    expect(refusedBecause).toEqual([
      ['refused', 'exchange.code-unknown', 'hjgy'],
      ['refused', 'exchange.value-malformed', 'xcjy'],
      ['refused', 'import.required', 'xh'],
      ['refused', 'exchange.region-not-theirs', null],
      ['refused', 'exchange.kind-not-taken', null],
      ['refused', 'exchange.mapping-missing', null],
    ]);
  });

  it('a contradiction overwrites nothing: it waits as a task of data quality until the register agrees', async () => {
    expect(await verdicts([machine('M1', 3, { hqs: '2' })])).toEqual([['waiting', 'exchange.differs', 'hqs']]);
    const [kept] = await app.sql<{ id: string; outlets: number; version: number }>(
      `select id, outlets, version from machines where serial_number = 'P-778'`,
    );
    expect(kept?.outlets).toBe(1);
    expect((await troubles())['waiting']).toMatchObject([
      { theirId: 'M1', entityId: kept!.id, differing: ['outlets'] },
    ]);
    const findings = async (): Promise<unknown[]> =>
      ((await regulator.get('/data-quality/findings?kind=machine-differs')).body as { items: unknown[] }).items;
    expect(await findings()).toMatchObject([{ subjectId: kept!.id }]);
    await site.admin.must(`/machines/${kept!.id}/commands/suspend`, { reason: '核对' });
    await follow();
    expect(await findings()).toHaveLength(1); // another change is no answer
    await app.sql(`update machines set outlets = 2 where id = $1`, [kept!.id]);
    await site.admin.must(`/machines/${kept!.id}/commands/resume`, { reason: '检修完成' });
    await follow();
    expect(await findings()).toEqual([]);
  });

  it('by file, in the columns of the other side: first looked at, then applied; a formula is no value', async () => {
    const header = 'ccbh,xh,hjgy,hqs,xzqh,xcjy,zt';
    const csv = `省厅导出\n${header}\nF-1,NBC-350,12,1,411003,20270630,1\nF-2,NBC-350,99,1,411003,,1\nF-3,=1+1,12,1,411003,,1\n`;
    const upload = (apply: boolean, text = csv) =>
      app.request
        .post(`/api/v1/exchange/partners/${there.partnerId}/files?apply=${apply}`)
        .set('authorization', `Bearer ${site.admin.token}`)
        .field('kind', 'machine')
        .attach('file', Buffer.from(text), 'list.csv');
    const expected = [
      ['taken', null, null],
      ['refused', 'exchange.code-unknown', 'hjgy'],
      ['refused', 'import.formula-unread', null],
    ];
    const rows = async (apply: boolean): Promise<unknown[][]> =>
      ((await upload(apply)).body as { rows: Body[] }).rows.map(({ verdict, code, field }) => [verdict, code, field]);
    const count = (): Promise<unknown[]> => app.sql(`select 1 from machines where serial_number = 'F-1'`);
    expect([await rows(false), await count()]).toEqual([expected, []]);
    expect([await rows(true), await rows(true), (await count()).length]).toEqual([expected, expected, 1]);
    expect(((await upload(true, 'a,b\n1,2\n')).body as Body)['code']).toBe('exchange.headings-missing');
    for (const form of ['xlsx', 'csv']) {
      const address = `/exchange/partners/${there.partnerId}/records.${form}?kind=machine`;
      const file = await site.admin.get(address).responseType('blob');
      expect(file.status).toBe(200);
      const written: string[][] = [];
      for await (const one of (await openTable(file.body as Buffer)).sheets[0]!.rows())
        written.push(one.cells.map(({ text }) => text));
      expect(written[0]).toEqual(['sbbm', 'ccbh', 'xh', 'hjgy', 'hqs', 'sydw', 'xzqh', 'xcjy', 'zt']);
      expect(written.find((cells) => cells[1] === 'F-1')?.slice(1)).toEqual(['F-1', 'NBC-350', '12', '1', '', '411003', '20270630', '1']); // prettier-ignore
      expect((await regulator.get(address)).status).toBe(403);
    }
  });

  it('the other side compares as we do', async () => {
    const { buckets } = (await ask('/api/v1/exchange/summary')) as { buckets: Body[] };
    expect(buckets.map(({ kind, day, count }) => [kind, day, count])).toEqual([
      ['enterprise', '2026-11-01', 1],
      ['machine', '2026-11-02', 1],
      ['welder', '2026-11-02', 1],
    ]);
    const { createHash } = await import('node:crypto');
    expect(buckets[1]!['hash']).toBe(createHash('sha256').update('M1 3\n').digest('hex'));
    const path = '/api/v1/exchange/summary/items?kind=machine&region=411003&day=2026-11-02';
    expect(await ask(path)).toEqual({ items: [{ id: 'M1', version: 3 }] });
    const withdrawn = { ...machine('M1', 4), op: 'withdraw' };
    expect(await verdicts([withdrawn])).toEqual([['taken', null, null]]);
    expect(await ask(path)).toEqual({ items: [] });
    expect(await app.sql(`select 1 from machines where serial_number = 'P-778'`)).toHaveLength(1); // the register keeps it
  });

  it('after the exchange was stopped nothing is taken and nothing sent', async () => {
    await site.admin.delete(`/exchange/partners/${there.partnerId}`).expect(200);
    expect((await offer([enterprise('E9', '后来的店')])).status).toBe(401);
    const calls = there.calls;
    await site.admin.must(`/machines/${site.machineId}/commands/resume`, { reason: '检修完成' });
    await send(now + 9 * DAY);
    expect(there.calls).toBe(calls);
  });
});
