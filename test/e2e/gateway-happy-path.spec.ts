import { createPublicKey, verify } from 'node:crypto';
import { ChipCommandQueue } from '../../src/modules/jobs/chip-command-queue';
import { systemScope } from '../../src/platform/database/scope';
import { UnitOfWork } from '../../src/platform/database/unit-of-work';
import { startApp, type TestApp } from '../support/app';
import { ExamplePlatform } from '../support/example-platform';
import { activate, draftPermit, newSite, POINT, type Site } from '../support/site';
import { Edge, type EdgeChip } from '../integration/telemetry/edge';
import { TestChip } from '../support/test-chip';

const RULED = 10_000;

describe('a chip behind the cloud of its vendor', () => {
  const cloud = new ExamplePlatform();
  const path = '/api/v1/exchange/chips/messages';
  let app: TestApp;
  let site: Site;
  beforeAll(async () => {
    await cloud.open();
    app = await startApp({ webhookHosts: [`127.0.0.1:${cloud.port}`] });
    site = await newSite(app);
    const vendor = { name: '芯片厂商云', kind: 'vendor', regionCode: '411003', baseUrl: cloud.url };
    const { id, secret } = await site.admin.must('/exchange/partners', vendor);
    Object.assign(cloud, { partnerId: id, secret });
  }, 120_000);
  afterAll(async () => {
    await app?.close();
    await cloud.close();
  });

  const say = async (topic: string, message: object, chipNo = site.chipNo): Promise<object> => {
    const body = JSON.stringify({ messages: [{ chipNo, topic, message }] });
    const headers = { 'content-type': 'application/json', ...cloud.signed('POST', path, body) };
    const { status, body: said } = await app.request.post(path).set(headers).send(body);
    return { status, ...(said as object) };
  };
  const told = async (kind: string): Promise<Readonly<Record<string, unknown>>> => {
    for (;;) {
      const one = cloud.heard.find(({ topic, message }) => (topic === 'acks' ? topic : message['kind']) === kind);
      if (one) return one.message;
      await new Promise((again) => setTimeout(again, 20));
    }
  };

  it('a vendor speaks for chips that were given to it, and for no other', async () => {
    const birth = { v: 1, boot: 1, seq: 0, t: Date.now(), up: 1_000, relay: 'open', tamper: false };
    const notTheirs = { status: 202, taken: 0, refused: [{ index: 0, code: 'exchange.chip-not-theirs' }] };
    expect(await say('birth', birth)).toEqual(notTheirs);
    const give = `/exchange/partners/${cloud.partnerId}/chips`;
    expect((await site.admin.post(give, { chipNos: ['NOBODYSCHIP01'] })).status).toBe(422);
    expect(await site.admin.must(give, { chipNos: [site.chipNo] })).toEqual({ given: 1 });
    const other = await site.admin.must('/exchange/partners', { name: '另一家', kind: 'vendor', regionCode: '411003' });
    const taken = await site.admin.post(`/exchange/partners/${String(other['id'])}/chips`, { chipNos: [site.chipNo] });
    expect([taken.status, (taken.body as { code: string }).code]).toEqual([422, 'exchange.chip-of-another']);
    expect(await say('birth', birth)).toEqual({ status: 202, taken: 1, refused: [] });
    expect(Math.abs(Number((await told('time'))['t']) - Date.now())).toBeLessThan(60_000);
  });

  it('its samples are stored once and acknowledged, and it is unlocked and locked like any other', async () => {
    const samples = { v: 1, boot: 1, seq: 1, samples: [{ t: Date.now(), up: 2_000, ms: 1_000, i: 150, iMax: 200, u: 24, arcMs: 1_000, relay: 'open', outlet: 1 }] }; // prettier-ignore
    await say('samples', samples);
    await say('samples', samples);
    expect(await told('acks')).toEqual({ v: 1, boot: 1, seqs: [[1, 1]] });
    const stored = await app.sql('select 1 from samples where chip_no = $1', [site.chipNo]);
    expect(stored).toHaveLength(1);
    const permit = await draftPermit(site);
    await activate(site, String(permit['id']));
    const job = await site.welder.must('/jobs', {
      ...{
        machineCode: site.machineCode,
        permitId: permit['id'],
        welderCode: site.welderCode,
        ...POINT,
        accuracyM: 10,
      },
    });
    const unlock = await told('unlock');
    const claims = Buffer.from(String(unlock['token']).split('.')[1] ?? '', 'base64url').toString();
    expect(JSON.parse(claims)).toMatchObject({ sub: site.chipNo, jti: job['id'], boot: 1 });
    await say('replies', { v: 1, boot: 1, command: unlock['id'], ok: true, t: Date.now(), relay: 'closed' });
    const state = async (): Promise<unknown> =>
      ((await site.welder.get(`/jobs/${String(job['id'])}`)).body as { state: string }).state;
    while ((await state()) !== 'running') await new Promise((again) => setTimeout(again, 20));
    await site.welder.must(`/jobs/${String(job['id'])}/finish`);
    expect((await told('lock'))['job']).toBe(job['id']);
  }, 60_000);
});

describe('a chip at the edge', () => {
  let edge: Edge;
  beforeAll(async () => {
    edge = await Edge.open();
  }, 60_000);
  afterAll(() => edge.close());

  const enqueue = (chip: EdgeChip, kind: 'unlock' | 'lock', id: string, payload: object): Promise<void> =>
    edge.app.app.get(UnitOfWork).run(systemScope('test'), (tx) =>
      edge.app.app.get(ChipCommandQueue).enqueue(
        tx,
        [
          {
            id,
            chipNo: chip.chipNo,
            kind,
            jobId: 'J1',
            payload,
            expiresAt: kind === 'unlock' ? Date.now() + RULED : null,
          } as never,
        ],
        Date.now(),
      ),
    );

  it('hears the time after its birth, then open locks, then unlocks that have not expired', async () => {
    const machine = await edge.machine();
    const unlock = {
      jobId: 'J1',
      chipNo: machine.chipNo,
      boot: 1,
      outlet: 1,
      workUntil: Date.now() + 3_600_000,
      idleLimitS: 7_200,
    };
    await enqueue(machine, 'unlock', 'C1', unlock);
    await enqueue(machine, 'lock', 'C2', { reason: 'stop-order' });
    const chip = await TestChip.connect(edge.port, machine);
    await chip.birth();
    const token = String((await chip.command('unlock'))['token']);
    expect(chip.commands.map((command) => command['kind'])).toEqual(['time', 'lock', 'unlock']);
    expect(Math.abs(Number(chip.commands[0]?.['t']) - Date.now())).toBeLessThan(5_000);
    const [head = '', claims = '', signature = ''] = token.split('.');
    const key = createPublicKey(edge.app.config.unlockKeys[0]!.publicKey.export({ format: 'pem', type: 'spki' }));
    expect(verify(null, Buffer.from(`${head}.${claims}`), key, Buffer.from(signature, 'base64url'))).toBe(true);
    expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toMatchObject({
      sub: machine.chipNo,
      jti: 'J1',
      boot: 1,
    });
    await chip.close();
  });

  it('what it says is acknowledged once it is stored, with its arc', async () => {
    const machine = await edge.machine();
    const chip = await TestChip.connect(edge.port, machine);
    await chip.birth();
    await chip.event('arc-start');
    await chip.samples([{ ms: 1_000, i: 150.1, iMax: 200, u: 24, arcMs: 1_000, relay: 'closed', outlet: 1 }]);
    await chip.ackOf(await chip.event('arc-stop'));
    expect(await edge.sql('select count(*)::int as n from samples where chip_no = $1', [machine.chipNo])).toEqual([
      { n: 1 },
    ]);
    expect(await edge.sql('select count(*)::int as n from chip_events where chip_no = $1', [machine.chipNo])).toEqual([
      { n: 2 },
    ]);
    const arcs = await edge.sql(
      'select machine_id, ended_at is not null as ended, from_events from arcs where chip_no = $1',
      [machine.chipNo],
    );
    expect(arcs).toEqual([{ machine_id: machine.machineId, ended: true, from_events: true }]);
    expect(await edge.sql('select kind, machine_id from violations where chip_no = $1', [machine.chipNo])).toEqual([
      { kind: 'off-platform', machine_id: machine.machineId },
    ]);
    const [state] = await edge.sql('select boot, seq, fw, relay, arc_on from chip_states where chip_no = $1', [
      machine.chipNo,
    ]);
    expect(state).toEqual({ boot: 1, seq: 3, fw: '1.0.0', relay: 'closed', arc_on: false });
    await chip.close();
  });

  it('its answer to a lock settles the command', async () => {
    const machine = await edge.machine();
    const chip = await TestChip.connect(edge.port, machine);
    await chip.birth();
    await chip.command('time');
    await enqueue(machine, 'lock', 'C3', { reason: 'stop-order' });
    await chip.reply(await chip.command('lock'), { ok: true, relay: 'open' });
    const settled = async () =>
      (await edge.sql('select ok from chip_commands where id = $1 and answered_at is not null', ['C3']))[0];
    expect(await edge.until(settled)).toEqual({ ok: true });
    await chip.close();
  });
});
