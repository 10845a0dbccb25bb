import { ChangeDraft } from '../../../src/modules/permits/draft/change-draft';
import { CopyPermit } from '../../../src/modules/permits/draft/copy-permit';
import type { CreatePermitRequest } from '../../../src/modules/permits/draft/draft.dto';
import { HOUR, MINUTE } from '../../../src/kernel/time';
import { must, outcome, PermitWorld, PLACE, reasons, REGION, T0, type Role } from './permit-world';

let world: PermitWorld;
beforeAll(async () => {
  world = await PermitWorld.open();
});
afterAll(() => world?.close());
beforeEach(async () => {
  world.clock.at = T0;
  await world.sql(`update permits set watcher_id = null`);
});

const iso = (at: number): string => new Date(at).toISOString();
const china = (text: string): string => iso(Date.parse(`${text.replace(' ', 'T')}:00+08:00`));

describe('a draft', () => {
  it('has a number of its county and day, counted up, and a code', async () => {
    const [a, b] = [await world.create(), await world.create()];
    const serial = ({ number }: { number: string }): number => Number(number.slice(-4));
    expect(a.number.slice(0, 19)).toBe('DH-411003-20261124-');
    expect(serial(b)).toBe(serial(a) + 1);
    expect(await world.sql('select kind, entity_id from codes where code = $1', [a.code])).toEqual([
      { kind: 'permit', entity_id: a.id },
    ]);
    world.clock.at = Date.parse('2026-11-24T16:00:00Z'); // midnight in China
    expect((await world.create()).number).toMatch(/^DH-411003-20261125-\d{4}$/);
  });

  it('numbers of parallel drafts never repeat', async () => {
    const made = await Promise.all(Array.from({ length: 20 }, () => world.create()));
    expect(new Set(made.map(({ number }) => number)).size).toBe(20);
  });

  it('shows the checklist and the chain before anything is asked', async () => {
    const draft = await world.create({ place: { name: '商场', ...PLACE, kinds: ['crowded'], openAir: true } });
    expect(draft.measures.length).toBeGreaterThan(3);
    expect(draft.measures.every(({ text, confirmed }) => text.length > 3 && !confirmed)).toBe(true);
    expect(draft.awaited).toMatchObject([
      { roles: ['safety-officer'], now: false },
      { roles: ['enterprise-head'], now: false },
    ]);
    expect(draft).toMatchObject({ watchMinutes: 60, place: { radiusM: 100, kinds: ['crowded'] }, ruleVersion: null });
  });

  it.each<[string, Partial<CreatePermitRequest>, string[]]>([
    ['reversed times', { plannedStart: iso(T0 + HOUR), plannedEnd: iso(T0) }, ['permit.times-reversed']],
    ['a past time', { plannedStart: iso(T0 - 3 * HOUR), plannedEnd: iso(T0 - HOUR) }, ['permit.end-past']],
    ['ten minutes ago', { plannedStart: iso(T0 - 10 * MINUTE) }, ['allowed']],
    ['a millisecond more', { plannedStart: iso(T0 - 10 * MINUTE - 1) }, ['permit.start-past']],
    ['eight hours', { plannedEnd: iso(T0 + 8 * HOUR) }, ['allowed']],
    ['a millisecond more than eight hours', { plannedEnd: iso(T0 + 8 * HOUR + 1) }, ['permit.too-long']],
    ['a level of another regime', { level: 'special' }, ['permit.level-unknown']],
    [
      'a level below what the answers call for',
      { level: 'ordinary', levelAnswers: [{ code: 'public-present', yes: true }] },
      ['permit.level-below-proposed'],
    ],
    ['an answer to nothing', { levelAnswers: [{ code: 'nothing', yes: true }] }, ['permit.question-unknown']],
    ['a welder nobody knows', { welderIds: ['W1', 'W99'] }, ['permit.welder-unknown']],
    ['a machine nobody knows', { machineIds: ['M99'] }, ['permit.machine-unknown']],
    ['a watcher nobody knows', { fireWatchId: 'nobody' }, ['permit.watcher-unknown']],
    ['a gas nobody knows', { gases: ['phlogiston'] }, ['permit.gas-unknown']],
    [
      'a kind of place nobody knows',
      { place: { name: '甲', ...PLACE, kinds: ['moon'] } },
      ['permit.place-kind-unknown'],
    ],
    ['a place too small to be found', { place: { name: '甲', ...PLACE, radiusM: 49 } }, ['field.too-small']],
    ['an enterprise nobody knows', { enterpriseId: 'E99' }, ['permit.enterprise-unknown']],
    ['a phone that is none', { occupierPhone: '12345' }, ['field.phone']],
    [
      'several at once',
      { gases: ['phlogiston'], fireWatchId: 'nobody', plannedEnd: iso(T0 - 1) },
      ['permit.times-reversed', 'permit.gas-unknown', 'permit.watcher-unknown'],
    ],
  ])('%s', async (_, change, expected) => {
    expect((await reasons(world.creating(change))).sort()).toEqual([...expected].sort());
  });

  it('a single fault is the problem’s own code', async () => {
    expect(await outcome(world.creating({ plannedEnd: iso(T0 + 9 * HOUR) }))).toBe('invalid permit.too-long');
    expect(await outcome(world.creating({ plannedEnd: iso(T0 + 9 * HOUR), gases: ['x'] }))).toBe(
      'invalid request.invalid',
    );
  });

  it.each<[string, Role, Partial<CreatePermitRequest>, string]>([
    ['its enterprise', 'manager', { regionCode: '110101' }, REGION],
    ['its enterprise, whatever is said', 'manager', { regionCode: '990000' }, REGION],
    ['the host’s enterprise, for a contractor', 'stranger', { enterpriseId: 'E1', contractorId: 'E2', regionCode: '110101' }, REGION],
    ['its welder’s, where there is no enterprise', 'welderUser', { regime: 'small', regionCode: '110101', occupierPhone: '19900000001', fireWatchId: undefined, plannedEnd: iso(T0 + HOUR) }, REGION],
    ['an official’s word', 'admin', { enterpriseId: 'E1', regionCode: '110101' }, '110101'],
  ])('S1 D29 its region follows %s', async (_, by, change, expected) => {
    expect((await world.create(change, by)).regionCode).toBe(expected);
  }); // prettier-ignore

  it('S1 D29 neither does a draft move when it is filled in anew', async () => {
    const { id } = await world.create();
    const moved = world.request({ regionCode: '110101' });
    expect(must(await world.get(ChangeDraft).execute(world.asked('manager'), id, null, moved)).regionCode).toBe(REGION);
  });

  it('an official is told of a region nobody knows', async () => {
    const asked = world.creating({ enterpriseId: 'E1', regionCode: '990000' }, 'admin');
    expect(await outcome(asked)).toBe('invalid permit.region-unknown');
  });

  it.each<[string, Role, Partial<CreatePermitRequest>, string]>([
    ['for one’s own enterprise', 'manager', {}, 'allowed'],
    ['for another enterprise', 'stranger', { enterpriseId: 'E1' }, 'forbidden permit.not-yours-to-ask'],
    ['as its contractor', 'stranger', { enterpriseId: 'E1', contractorId: 'E2' }, 'allowed'],
    ['by a welder for a factory', 'welderUser', { enterpriseId: 'E1' }, 'forbidden permit.not-yours-to-ask'],
    [
      'by a welder, a small job of their own',
      'welderUser',
      { regime: 'small', occupierPhone: '19900000001', fireWatchId: undefined, plannedEnd: iso(T0 + HOUR) },
      'allowed',
    ],
    [
      'by a welder, a small job of another',
      'welderUser',
      { regime: 'small', welderIds: ['W2'], occupierPhone: '19900000001', fireWatchId: undefined },
      'forbidden permit.not-yours-to-ask',
    ],
    ['by an administrator', 'admin', { enterpriseId: 'E1' }, 'allowed'],
  ])('%s', async (_, by, change, expected) => {
    expect(await outcome(world.creating(change, by))).toBe(expected);
  });

  it('is seen by its parties, the welders it names and the officials of its region, and by nobody else', async () => {
    const { id } = await world.create();
    for (const by of ['manager', 'safety', 'watcher', 'welderUser', 'regulator', 'grid', 'admin'] as const)
      expect((await world.see(id, by)).id).toBe(id);
    await expect(world.see(id, 'stranger')).rejects.toThrow('permit.not-found');
    await expect(world.see('nothing')).rejects.toThrow('permit.not-found');
  });

  it('is seen by a watcher from another enterprise, as long as it names them', async () => {
    const { id } = await world.create({ fireWatchId: 'stranger' });
    expect((await world.see(id, 'stranger')).id).toBe(id);
  });
});

describe('inside a chemical enterprise', () => {
  beforeAll(() => world.sql(`update enterprises set industry = 'chemical' where id = 'E2'`));
  afterAll(() => world.sql(`update enterprises set industry = 'manufacturing' where id = 'E2'`));
  const second: Partial<CreatePermitRequest> = { regime: 'chemical', level: 'second', gases: ['methane'] };
  it.each<[string, Role, Partial<CreatePermitRequest>, string]>([
    ['no general permit', 'stranger', {}, 'invalid permit.regime-below-trade'],
    [
      'no small one',
      'stranger',
      { regime: 'small', occupierPhone: '19900000001' },
      'invalid permit.regime-below-trade',
    ],
    ['no construction one', 'stranger', { regime: 'construction' }, 'invalid permit.regime-below-trade'],
    ['none by who works there', 'manager', { occupierEnterpriseId: 'E2' }, 'invalid permit.regime-below-trade'],
    ['the chemical permit', 'stranger', second, 'allowed'],
  ])('%s', async (_, by, change, expected) => {
    expect(await outcome(world.creating(change, by))).toBe(expected);
  });
});

describe('filling in a draft anew', () => {
  const put = (by: Role, id: string, version: number | null, change: Partial<CreatePermitRequest> = {}) =>
    world.get(ChangeDraft).execute(world.asked(by), id, version, world.request(change));

  it('changes what it says, by whoever asked, on the version they read', async () => {
    const draft = await world.create({ machineIds: ['M1'] });
    const changed = must(
      await put('manager', draft.id, draft.version, {
        content: '切割钢梁',
        welderIds: ['W2', 'W3'],
        machineIds: ['M2'],
      }),
    );
    expect(changed).toMatchObject({
      content: '切割钢梁',
      version: draft.version + 1,
      welders: [{ id: 'W2' }, { id: 'W3' }],
      machines: [{ id: 'M2' }],
    });
    const stale = await put('manager', draft.id, draft.version, {});
    expect(stale).toMatchObject({
      ok: false,
      refusal: { kind: 'stale', code: 'version.stale', extra: { version: draft.version + 1 } },
    });
    expect(await outcome(put('safety', draft.id, null))).toBe('forbidden permit.applicant-only');
    expect(await outcome(put('stranger', draft.id, null))).toBe('not-found permit.not-found');
    expect(await outcome(put('manager', draft.id, null, { plannedEnd: iso(T0 - 1) }))).toBe(
      'invalid permit.times-reversed',
    );
  });

  it('not once it is on its way; again when it comes back', async () => {
    const id = await world.upTo('submitted');
    expect(await outcome(put('manager', id, null))).toBe('conflict permit.not-editable');
    await world.must('safety', id, 'return', { reason: '请补充' });
    expect(await outcome(put('manager', id, null, { content: '补充' }))).toBe('allowed');
    expect(await world.must('manager', id, 'submit')).toMatchObject({ content: '补充', state: 'submitted' });
  });
});

describe('the level', () => {
  it('is proposed by the answers and raised at submission, with the reason', async () => {
    const draft = await world.create({
      regime: 'chemical',
      levelAnswers: [{ code: 'pipe-rack', yes: true }],
      plannedStart: china('2026-11-28 08:00'), // a Saturday
      plannedEnd: china('2026-11-28 12:00'),
    });
    expect(draft).toMatchObject({ level: 'first', proposedLevel: 'first', raisedBecause: [] });
    await world.user('manager2', { roles: ['enterprise-manager'], enterpriseId: 'E1' });
    const submitted = await world.must('manager', draft.id, 'submit');
    expect(submitted).toMatchObject({
      level: 'special',
      proposedLevel: 'first',
      raisedBecause: ['rest-day'],
      gasTest: 'required',
      watchMinutes: 60,
    });
    expect(submitted.awaited.map(({ roles }) => roles[0])).toEqual([
      'enterprise-manager',
      'safety-officer',
      'enterprise-head',
    ]);
  });

  it('three days of second-level work keep it: their nights are refused when work would begin', async () => {
    const draft = await world.create({ regime: 'chemical', level: 'second', plannedEnd: iso(T0 + 72 * HOUR) });
    expect(await world.must('manager', draft.id, 'submit')).toMatchObject({
      state: 'submitted',
      level: 'second',
      raisedBecause: [],
    });
  });

  it('three days that begin in the evening are raised to first, too long then, and it says so', async () => {
    const draft = await world.create({
      regime: 'chemical',
      level: 'second',
      plannedStart: china('2026-11-24 18:00'),
      plannedEnd: china('2026-11-27 18:00'),
    });
    const answer = await world.give('manager', draft.id, 'submit');
    expect(answer).toMatchObject({
      ok: false,
      refusal: {
        code: 'permit.too-long-when-raised',
        params: { hours: 8 },
        extra: { level: 'first', raisedBecause: ['night'] },
      },
    });
  });

  it('is raised by a special period of the region', async () => {
    await world.sql(
      `insert into special_periods (id, region_code, name, valid_from, valid_to) values ('S1', '4110', '测试', $1, $2)`,
      [new Date(T0 + HOUR), new Date(T0 + 2 * HOUR)],
    );
    const touching = await world.create({ plannedEnd: iso(T0 + HOUR + 1) });
    expect(await world.must('manager', touching.id, 'submit')).toMatchObject({
      level: 'raised',
      raisedBecause: ['special-period'],
    });
    const before = await world.create({ plannedEnd: iso(T0 + HOUR) });
    expect(await world.must('manager', before.id, 'submit')).toMatchObject({ level: 'ordinary', raisedBecause: [] });
    await world.sql(`delete from special_periods where id = 'S1'`);
  });
});

describe('what submission looks at by itself', () => {
  it.each<[string, Partial<CreatePermitRequest>, string[]]>([
    ['a watcher without the duty', { fireWatchId: 'head' }, ['permit.watcher-not-qualified']],
    ['a watcher of another enterprise', { fireWatchId: 'stranger' }, ['permit.watcher-not-qualified']],
    ['a safety officer as watcher', { fireWatchId: 'safety' }, ['allowed']],
    ['no watcher', { fireWatchId: undefined }, ['permit.watcher-missing']],
    ['no welder', { welderIds: [] }, ['permit.welders-missing']],
  ])('%s', async (_, change, expected) => {
    const draft = await world.create(change);
    expect(await reasons(world.give('manager', draft.id, 'submit'))).toEqual(expected);
  });

  it('a watcher who welds there', async () => {
    await world.user('both2', { roles: ['fire-watcher', 'welder'], enterpriseId: 'E1', welderId: 'W3' });
    const draft = await world.create({ fireWatchId: 'both2', welderIds: ['W3'] });
    expect(await reasons(world.give('manager', draft.id, 'submit'))).toEqual(['permit.watcher-is-welder']);
  });

  it('works that forbid each other', async () => {
    await world.sql(
      `insert into nearby_activities (id, kind, enterprise_id, region_code, place_name, lat, lng, radius_m, starts_at, ends_at, declared_by, created_at)
       values ('N1', 'gas-discharge', 'E1', $1, '放空口', $2, $3, 0, $4, $5, 'manager', now())`,
      [REGION, PLACE.lat, PLACE.lng, new Date(T0), new Date(T0 + HOUR)],
    );
    const draft = await world.create({ regime: 'chemical', level: 'second' });
    const answer = await world.give('manager', draft.id, 'submit');
    await world.sql(`delete from nearby_activities where id = 'N1'`);
    expect(answer).toMatchObject({
      ok: false,
      refusal: {
        code: 'permit.conflicting-work',
        extra: { conflicts: [{ kind: 'gas-discharge', placeName: '放空口' }] },
      },
    });
  });

  it('a refused submission in one breath leaves nothing behind', async () => {
    const before = await world.sql<{ n: number }>('select count(*)::int as n from permits');
    expect(await outcome(world.creating({ welderIds: [], submit: true }))).toBe('conflict permit.not-ready');
    expect(await world.sql('select count(*)::int as n from permits')).toEqual(before);
    expect((await world.create({ submit: true })).state).toBe('submitted');
  });
});

describe('a copy of an earlier permit', () => {
  const copy = (by: Role, id: string, body = {}) => world.get(CopyPermit).execute(world.asked(by), id, body);
  it('is a new draft from now on, for as long as before', async () => {
    const id = await world.upTo('active', { machineIds: ['M1'], content: '焊接货架' });
    world.clock.at = T0 + 24 * HOUR;
    const made = must(await copy('manager', id));
    expect(made).toMatchObject({
      state: 'draft',
      content: '焊接货架',
      machines: [{ id: 'M1' }],
      welders: [{ id: 'W1' }],
      plannedStart: iso(T0 + 24 * HOUR),
      plannedEnd: iso(T0 + 28 * HOUR),
      signatures: [],
    });
    expect(made.id).not.toBe(id);
  });
  it('is never longer than today’s rules allow, and goes off at once when asked', async () => {
    const id = await world.upTo('submitted', { plannedEnd: iso(T0 + 8 * HOUR) });
    await world.sql(`update permits set planned_end = planned_start + interval '20 hours' where id = $1`, [id]);
    expect(must(await copy('manager', id, { submit: true }))).toMatchObject({
      state: 'submitted',
      plannedEnd: iso(T0 + 8 * HOUR),
    });
    expect(await outcome(copy('manager', id, { plannedEnd: iso(T0 - 1) }))).toBe('invalid permit.times-reversed');
    expect(await outcome(copy('stranger', id))).toBe('not-found permit.not-found');
  });
});
