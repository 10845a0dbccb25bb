import { startApp, type TestApp } from '../../support/app';
import { inventedPhone } from '../../support/people';
import { newSite, newUser, newWelder, POINT, signIn, type Person } from '../../support/site';

const MINUTE = 60_000;
const inMinutes = (minutes: number): string => new Date(Date.now() + minutes * MINUTE).toISOString();
const north = (metres: number) => ({ ...POINT, lat: POINT.lat + metres / 111_195 });

/** What an official says between two steps of a small job binds whoever takes the second. */
describe('between two steps of a small job', () => {
  let app: TestApp;
  let admin: Person;
  let inspector: Person;
  let regulator: Person;
  let places = 0;
  beforeAll(async () => {
    app = await startApp();
    admin = await signIn(app, 'admin', app.adminPassword);
    inspector = await newUser(app, admin, ['inspector'], { regionCode: '411003' });
    regulator = await newUser(app, admin, ['regulator'], { regionCode: '411003' });
  }, 120_000);
  afterAll(() => app?.close());

  interface Party {
    readonly person: Person;
    readonly id: string;
    readonly machineCode: unknown;
  }

  async function withGasSet(): Promise<Party> {
    const { person, id } = await newWelder(app, admin);
    const machine = await admin.must('/machines', { model: 'QG-30', process: 'GAS', ownerWelderId: id, regionCode: '411003' }); // prettier-ignore
    return { person, id, machineCode: machine['code'] };
  }

  const lastCode = (phone: string): string => app.lastTextTo(phone).match(/\d{6}/)?.[0] ?? '';

  /** Confirmed by its occupier, every measure ticked: the first job may begin. */
  async function declared(welders: readonly Party[]) {
    const place = north((places += 1) * 1_000);
    const occupierPhone = inventedPhone(7_000 + places);
    const [first] = welders;
    const permit = await first!.person.must('/permits', {
      regime: 'small',
      place: { name: '测试小店', ...place, radiusM: 50 },
      ...{ content: '焊接货架', method: '气焊', plannedStart: inMinutes(0), plannedEnd: inMinutes(120) },
      ...{ welderIds: welders.map(({ id }) => id), machineIds: [], occupierPhone, submit: true },
    });
    await agree(first!, permit, occupierPhone);
    return { id: String(permit['id']), place, occupierPhone };
  }

  async function agree({ person }: Party, permit: Record<string, unknown>, phone: string): Promise<void> {
    const id = String(permit['id']);
    const agreed = await app.request
      .post(`/api/v1/permits/${id}/occupier-confirmation`)
      .send({ code: lastCode(phone) });
    expect([agreed.status, agreed.body]).toMatchObject([200, { state: 'issued' }]);
    const measures = permit['measures'] as { code: string }[];
    await person.command(id, 'measures', { items: measures.map(({ code }) => ({ code, confirmed: true })) });
  }

  async function extended(id: string, by: Party, minutes: number, phone: string): Promise<string> {
    const permit = await by.person.must(`/permits/${id}/extension`, { plannedEnd: inMinutes(minutes), submit: true });
    await agree(by, permit, phone);
    return String(permit['id']);
  }

  const start = ({ person, machineCode }: Party, permitId: string, place: object) =>
    person.post('/jobs', { machineCode, permitId, ...place, accuracyM: 10 });

  const blocks = ({ status, body }: { status: number; body: unknown }): unknown[] => [
    status,
    ...((body as { findings?: { code: string; severity: string }[] }).findings ?? [])
      .filter(({ severity }) => severity === 'block')
      .map(({ code }) => code),
  ];

  it('a site confirmed before the first job refuses it as it refuses any start', async () => {
    const welder = await withGasSet();
    const { id, place } = await declared([welder]);
    const plant = await newSite(app, 'chemical');
    const site = await plant.manager.must('/sites', {
      ...{ name: '化工厂区', enterpriseId: plant.enterpriseId, regionCode: '411003', trade: 'chemical', kinds: [] },
      ...{ ...place, radiusM: 200 },
    });
    await regulator.must(`/sites/${String(site['id'])}/confirm`);
    expect(blocks(await start(welder, id, place))).toEqual([403, 'permit.place-now-stricter']);
  });

  it('a stop on the spot bars the same work under an extension of an extension', async () => {
    const [welder, other] = [await withGasSet(), await withGasSet()];
    const { id, place, occupierPhone } = await declared([welder, other]);
    const job = await start(welder, id, place);
    expect(job.status).toBe(201);
    await inspector.must(`/jobs/${(job.body as { id: string }).id}/stop`, { reason: '现场无监护' });
    const once = await extended(id, other, 130, occupierPhone);
    expect(blocks(await start(other, once, place))).toEqual([403, 'job.stop-in-force']);
    const twice = await extended(once, other, 140, occupierPhone);
    expect(blocks(await start(other, twice, place))).toEqual([403, 'job.stop-in-force']);
  });

  it('a small job is extended once; more time again is a small job again, and the third is none', async () => {
    const welder = await withGasSet();
    const { id, occupierPhone } = await declared([welder]);
    const once = await extended(id, welder, 130, occupierPhone);
    const twice = await extended(once, welder, 140, occupierPhone);
    const thrice = await welder.person.post(`/permits/${twice}/extension`, {
      plannedEnd: inMinutes(150),
      submit: true,
    });
    expect([thrice.status, thrice.body]).toMatchObject([422, { code: 'permit.small-again', instead: 'general' }]);
  });

  it('what the authority stopped is not extended', async () => {
    const welder = await withGasSet();
    const { id, place } = await declared([welder]);
    await start(welder, id, place);
    await regulator.command(id, 'suspend', { reason: '现场有可燃物' });
    const answer = await welder.person.post(`/permits/${id}/extension`, { plannedEnd: inMinutes(140) });
    expect([answer.status, answer.body]).toMatchObject([409, { code: 'permit.authority-only' }]);
  });

  it('nor does it go on under an extension that was asked for before', async () => {
    const welder = await withGasSet();
    const { id, place, occupierPhone } = await declared([welder]);
    const job = await start(welder, id, place);
    const extension = await extended(id, welder, 130, occupierPhone);
    await welder.person.must(`/jobs/${(job.body as { id: string }).id}/finish`);
    await regulator.command(id, 'suspend', { reason: '现场有可燃物' });
    expect(blocks(await start(welder, extension, place))).toEqual([403, 'permit.suspended']);
    await welder.person.command(id, 'finish');
    expect(blocks(await start(welder, extension, place))).toEqual([403, 'permit.suspended']);
  });

  it('the extension goes on once the authority has let the work go on', async () => {
    const welder = await withGasSet();
    const { id, place, occupierPhone } = await declared([welder]);
    const job = await start(welder, id, place);
    const extension = await extended(id, welder, 130, occupierPhone);
    await welder.person.must(`/jobs/${(job.body as { id: string }).id}/finish`);
    await regulator.command(id, 'suspend', { reason: '现场有可燃物' });
    const resumed = await regulator.command(id, 'resume');
    expect([resumed.status, resumed.body]).toMatchObject([409, { code: 'permit.not-ready' }]);
    const { body } = await welder.person.get(`/permits/${id}`);
    const items = (body as { measures: { code: string }[] }).measures.map(({ code }) => ({ code, confirmed: true }));
    await welder.person.command(id, 'measures', { items });
    expect(await regulator.command(id, 'resume')).toMatchObject({ status: 200 });
    expect(await start(welder, extension, place)).toMatchObject({ status: 201 });
  });
});
