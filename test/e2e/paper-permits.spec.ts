import { Heartbeat } from '../../src/modules/outages/heartbeat';
import { startApp, type TestApp } from '../support/app';
import { newSite, newUser, newWelder, POINT, type Person, type Site } from '../support/site';
import { TestChip } from '../support/test-chip';

const HOUR = 3_600_000;
const MINUTE = 60_000;

let app: TestApp;
let site: Site;
let other: Site;
let regulator: Person;
let aheadMs = 0;
const now = (): number => Date.now() + aheadMs;
const iso = (at: number): string => new Date(at).toISOString();

beforeAll(async () => {
  app = await startApp();
  site = await newSite(app);
  other = await newSite(app);
  regulator = await newUser(app, site.admin, ['regulator'], { regionCode: '411003' });
}, 120_000);
afterAll(() => app?.close());

async function elapse(ms: number): Promise<void> {
  aheadMs += ms;
  await app.elapse(ms);
}
const declare = (from: number, to: number, by = regulator) =>
  by.post('/outages', { from: iso(from), to: iso(to), reason: '机房停电检修' });
const issue = (body: Record<string, unknown>, by = regulator) => by.post('/paper-blocks', { forms: 3, ...body });

async function photoBy(person: Person): Promise<string> {
  const answer = await app.request
    .post('/api/v1/files')
    .set('authorization', `Bearer ${person.token}`)
    .attach('file', await app.photo(), 'paper.jpg');
  return (answer.body as { id: string }).id;
}
interface Paper {
  readonly number: string;
  readonly from: number;
  readonly to: number;
}
const enter = async (person: Person, { number, from, to }: Paper, change: Record<string, unknown> = {}, of = site) =>
  person.post('/paper-permits', {
    number,
    regime: 'general',
    level: 'ordinary',
    welderIds: [of.welderId],
    machineIds: [of.machineId],
    place: { name: '测试车间', ...POINT },
    content: '焊接支架',
    from: iso(from),
    to: iso(to),
    signers: [
      { as: '监护人', name: '测试监护人' },
      { as: '审批人', name: '测试负责人' },
    ],
    photoId: await photoBy(person),
    ...change,
  });
const told = (answer: { status: number; body: unknown }): string => {
  const { code, errors } = answer.body as { code: string; errors?: { code: string }[] };
  return `${answer.status} ${errors?.[0]?.code ?? code}`;
};
const serial = (first: string, n: number): string => `ZP-${String(Number(first.slice(3)) + n).padStart(6, '0')}`;

describe('blocks of numbered forms', () => {
  it('are issued by a regulator of the region, each number once', async () => {
    const one = (await issue({ enterpriseId: site.enterpriseId }).expect(201)).body as Record<string, string>;
    const two = (await issue({ regionCode: '411003' }).expect(201)).body as Record<string, string>;
    expect(one).toMatchObject({ forms: 3, used: 0, enterpriseId: site.enterpriseId });
    expect(two['firstNumber']).toBe(serial(String(one['lastNumber']), 1));
    expect(two).toMatchObject({ enterpriseId: null, regionCode: '411003' });
  });

  it('several at once never share a number', async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, () => issue({ enterpriseId: other.enterpriseId })));
    const firsts = answers.map(({ body }) => Number((body as { firstNumber: string }).firstNumber.slice(3)));
    expect(new Set(firsts).size).toBe(6);
    expect(firsts.sort((a, b) => a - b).every((first, i) => i === 0 || first >= (firsts[i - 1] ?? 0) + 3)).toBe(true);
  });

  it('by nobody else, not elsewhere, not too many', async () => {
    await issue({ enterpriseId: site.enterpriseId }, site.manager).expect(403);
    const elsewhere = await newUser(app, site.admin, ['regulator'], { regionCode: '411002' });
    expect(told(await issue({ enterpriseId: site.enterpriseId }, elsewhere))).toBe('422 enterprise.unknown');
    expect(told(await issue({ regionCode: '411003' }, elsewhere))).toBe('403 outage.outside-region');
    expect(told(await issue({ forms: 101 }))).toBe('422 paper.too-many');
  });

  it('print as A4 with a page a form; another enterprise does not see them', async () => {
    const [own] = ((await site.safety.get('/paper-blocks').expect(200)).body as { items: { id: string }[] }).items;
    const pdf = await site.safety.get(`/paper-blocks/${own?.id}/forms.pdf`).expect(200);
    expect(pdf.headers['content-type']).toContain('application/pdf');
    const pages = (pdf.body as Buffer).toString('latin1').match(/\/Type\s*\/Page\b/g) ?? [];
    expect(pages).toHaveLength(3);
    expect((await other.safety.get(`/paper-blocks/${own?.id}/forms.pdf`)).status).toBe(404);
  });
});

describe('outages', () => {
  it('are declared by a regulator with a reason, for the own region only', async () => {
    const { body } = await declare(now() - HOUR, now() + HOUR).expect(201);
    expect(body).toMatchObject({ source: 'declared', regionCode: '411003', reason: '机房停电检修' });
    await declare(now() - HOUR, now() + HOUR, site.safety).expect(403);
    const elsewhere = await newUser(app, site.admin, ['regulator'], { regionCode: '411002' });
    const there = await elsewhere.post('/outages', { regionCode: '411003', from: iso(now()), to: iso(now() + HOUR), reason: '机房停电' }); // prettier-ignore
    expect(told(there)).toBe('403 outage.outside-region');
    expect(told(await declare(now(), now() + 73 * HOUR))).toBe('422 outage.too-long');
    expect(told(await declare(now() - 60 * HOUR, now() - 49 * HOUR))).toBe('422 outage.over-too-long');
    const listed = (await site.welder.get('/outages').expect(200)).body as { items: { source: string }[] };
    expect(listed.items.map(({ source }) => source)).toContain('declared');
    await app.sql('delete from outages');
  });

  it('one that goes on needs no end; it is closed once, and not ahead of time', async () => {
    const open = (from: number) => regulator.post('/outages', { from: iso(from), reason: '机房停电检修' });
    expect(told(await open(now() + HOUR))).toBe('422 outage.not-begun');
    const { body } = await open(now() - HOUR).expect(201);
    const { id, open: goesOn } = body as { id: string; open: boolean };
    expect(goesOn).toBe(true);
    const close = (to?: number, by = regulator) => by.post(`/outages/${id}/close`, to === undefined ? {} : { to: iso(to) }); // prettier-ignore
    await close(undefined, site.safety).expect(403);
    expect(told(await close(now() + HOUR))).toBe('422 outage.ends-in-future');
    expect((await close().expect(200)).body).toMatchObject({ open: false });
    expect(told(await close())).toBe('409 outage.closed-before');
    await app.sql('delete from outages');
  });
});

describe('a paper permit that is entered afterwards', () => {
  let numbers: string[];
  let chip: TestChip;
  let burnt: { from: number; to: number };

  beforeAll(async () => {
    const block = (await issue({ enterpriseId: site.enterpriseId })).body as { firstNumber: string };
    numbers = [0, 1, 2].map((n) => serial(block.firstNumber, n));
    chip = await TestChip.connect(app.mqttPort, site);
    await chip.birth();
    const from = now();
    await chip.event('arc-start');
    await new Promise((resolve) => setTimeout(resolve, 3_200));
    await chip.ackOf(await chip.event('arc-stop'));
    burnt = { from: from - 5 * MINUTE, to: now() + MINUTE };
    await elapse(2 * MINUTE);
  });
  afterAll(() => chip?.close());

  const verdicts = async (): Promise<string[]> =>
    (await app.sql<{ verdict: string }>(`select verdict from arc_verdicts v join arcs a on a.id = v.arc_id where a.machine_id = $1 and v.rule = 'platform' order by version`, [site.machineId])).map(({ verdict }) => verdict); // prettier-ignore
  const cases = async (): Promise<{ id: string; state: string }[]> =>
    ((await site.admin.get('/violations?kind=off-platform')).body as { items: { id: string; state: string; machineId: string }[] }).items.filter(({ machineId }) => machineId === site.machineId); // prettier-ignore

  it('outside an outage nothing is taken, and the arc stays off the platform', async () => {
    expect(new Set(await verdicts())).toEqual(new Set(['off-platform']));
    expect(await cases()).toMatchObject([{ state: 'open' }]);
    expect(told(await enter(site.safety, { number: numbers[0]!, ...burnt }))).toBe('422 paper.outside-outage');
  });

  it('unknown, foreign and unfitting things are refused', async () => {
    await declare(burnt.from - 10 * MINUTE, burnt.to + MINUTE).expect(201);
    const paper = { number: numbers[0]!, ...burnt };
    expect(told(await enter(site.safety, { ...paper, number: 'ZP-999999' }))).toBe('422 paper.number-unknown');
    expect(told(await enter(other.safety, paper, {}, other))).toBe('422 paper.number-not-yours');
    expect(told(await enter(site.safety, paper, { level: 'nonsense' }))).toBe('422 paper.level-unknown');
    expect(told(await enter(site.safety, paper, { regime: 'chemical', level: 'ordinary' }))).toBe(
      '422 paper.level-unknown',
    );
    expect(told(await enter(site.safety, paper, { machineIds: [other.machineId] }))).toBe(
      '422 paper.machine-not-yours',
    );
    expect(told(await enter(site.safety, paper, { photoId: await photoBy(other.safety) }))).toBe('422 paper.photo-unknown'); // prettier-ignore
    expect(told(await enter(site.safety, { ...paper, to: now() + HOUR }))).toBe('422 paper.not-over');
    expect((await enter(site.watcher, paper)).status).toBe(403);
    expect(new Set(await verdicts())).toEqual(new Set(['off-platform']));
  });

  it('inside a chemical enterprise only its own form counts', async () => {
    const industry = (one: string) =>
      app.sql('update enterprises set industry = $2 where id = $1', [site.enterpriseId, one]);
    await industry('chemical');
    expect(told(await enter(site.safety, { number: numbers[0]!, ...burnt }))).toBe('422 permit.regime-below-trade');
    const small = await enter(site.safety, { number: numbers[0]!, ...burnt }, { regime: 'small', level: 'one' });
    expect(told(small)).toBe('422 permit.regime-below-trade');
    await industry('manufacturing');
  });

  it('the welder enters it: the arc is judged anew as paper, and the case is withdrawn with both shown', async () => {
    const answer = await enter(site.welder, { number: numbers[0]!, ...burnt });
    expect([answer.status, answer.body]).toEqual([201, expect.objectContaining({ source: 'paper', number: numbers[0], enterpriseId: site.enterpriseId })]); // prettier-ignore
    const judged = await verdicts();
    expect([judged[0], judged.at(-1)]).toEqual(['off-platform', 'paper']);
    const [gone] = await cases();
    expect(gone).toMatchObject({ state: 'withdrawn' });
    const detail = (await site.admin.get(`/violations/${gone?.id}`)).body as unknown;
    expect(JSON.stringify(detail)).toContain('按编号纸质票作业');
    const trail = await app.sql(`select action from audit_entries where entity = 'paper-permit'`);
    expect(trail).toEqual([{ action: 'paper.entered' }]);
  });

  it('a number counts once, also for two at once', async () => {
    expect(told(await enter(site.safety, { number: numbers[0]!, ...burnt }))).toBe('409 paper.number-used');
    const both = await Promise.all([1, 2].map(() => enter(site.safety, { number: numbers[1]!, ...burnt })));
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  it('is seen by its enterprise and region, by nobody else', async () => {
    const seen = async (person: Person): Promise<number> =>
      ((await person.get('/paper-permits').expect(200)).body as { items: unknown[] }).items.length;
    expect([await seen(site.manager), await seen(regulator), await seen(other.manager)]).toEqual([2, 2, 0]);
    const elsewhere = await newUser(app, site.admin, ['inspector'], { regionCode: '411002' });
    expect(await seen(elsewhere)).toBe(0);
  });

  it('48 hours after the outage it is too late', async () => {
    await app.app.get(Heartbeat).execute(now());
    await elapse(48 * HOUR + 10 * MINUTE);
    expect(told(await enter(site.safety, { number: numbers[2]!, ...burnt }))).toBe('422 paper.too-late');
  });

  it('the platform has recorded its own gap from its heartbeat, and paper of that time is taken', async () => {
    await app.app.get(Heartbeat).execute(now());
    const [recorded] = await app.sql<{ from_at: number; to_at: number }>(`select from_at, to_at from outages where source = 'recorded'`); // prettier-ignore
    expect(recorded!.to_at - recorded!.from_at).toBeGreaterThan(48 * HOUR);
    const from = recorded!.from_at + HOUR;
    const safety = site.safety;
    await enter(safety, { number: numbers[2]!, from, to: from + HOUR }).then((answer) =>
      expect(answer.status).toBe(201),
    );
  });

  it('a self-employed welder uses the town’s forms, and only with their own name on them', async () => {
    const [recorded] = await app.sql<{ from_at: number }>(`select from_at from outages where source = 'recorded'`);
    const from = recorded!.from_at + HOUR;
    const welder = await newWelder(app, site.admin);
    const machine = await site.admin.must('/machines', { model: 'ZX7-200', process: 'MMA', ownerWelderId: welder.id, regionCode: '411003' }); // prettier-ignore
    const own = { welderId: welder.id, machineId: String(machine['id']) };
    const block = (await issue({ regionCode: '411003' })).body as { firstNumber: string };
    const paper = { number: block.firstNumber, from, to: from + HOUR };
    expect(told(await enter(welder.person, paper, { welderIds: [site.welderId], machineIds: [own.machineId] }))).toMatch(/^422 paper/); // prettier-ignore
    expect((await enter(welder.person, paper, { welderIds: [own.welderId], machineIds: [own.machineId] })).status).toBe(201); // prettier-ignore
  });
});
