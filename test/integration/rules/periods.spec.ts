import { CalendarReader } from '../../../src/modules/rules/calendar.reader';
import { DeclareSpecialPeriod } from '../../../src/modules/rules/periods/declare-special-period';
import { EndSpecialPeriod } from '../../../src/modules/rules/periods/end-special-period';
import { FindSpecialPeriods } from '../../../src/modules/rules/periods/find-special-periods';
import type { DeclarePeriodRequest } from '../../../src/modules/rules/periods/special-period.dto';
import { RulesModule } from '../../../src/modules/rules/rules.module';
import type { Caller } from '../../../src/platform/auth/caller';
import { admin, Desk, manager, must, official, refusal } from '../registry/desk';

const NOW = Date.parse('2026-11-24T08:00:00Z');
const county = official('regulator', '411003');

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open(RulesModule);
});
afterAll(() => desk?.close());
beforeEach(() => {
  desk.clock.at = NOW;
});

const declare = (change: Partial<DeclarePeriodRequest> = {}, caller: Caller = county) =>
  desk
    .get(DeclareSpecialPeriod)
    .execute(desk.asked(caller), { name: '春节安保', from: '2026-12-01', to: '2026-12-15', ...change });
const end = (id: string, caller: Caller = county) => desk.get(EndSpecialPeriod).execute(desk.asked(caller), id);
const holdsIn = (regionCode: string, from: number, to: number): Promise<string[]> =>
  desk.run(async (tx) => (await desk.get(CalendarReader).specialPeriods(tx, regionCode, from, to)).map(({ id }) => id));

describe('a special period is declared within the regulator’s region', () => {
  it.each<[string, Partial<DeclarePeriodRequest>, Caller, string]>([
    ['their own', {}, county, 'allowed'],
    ['a town of theirs', { regionCode: '411003101' }, county, 'allowed'],
    ['the city above', { regionCode: '4110' }, county, 'forbidden rule.outside-region'],
    ['the county beside', { regionCode: '411002' }, county, 'forbidden rule.outside-region'],
    ['a region that is not', { regionCode: '411003999' }, county, 'invalid region.unknown'],
    ['the whole country, by the administrator', {}, admin, 'allowed'],
    ['by a manager, who has no region', {}, manager('E1'), 'forbidden rule.outside-region'],
    ['beginning now', { from: undefined }, county, 'allowed'],
    ['beginning a minute ago', { from: '2026-11-24T07:59:00Z' }, county, 'allowed'],
    ['beginning longer ago', { from: '2026-11-24T07:58:59.999Z' }, county, 'invalid period.in-the-past'],
    ['ending as it begins', { to: '2026-12-01' }, county, 'invalid period.dates-reversed'],
    ['for more than a year', { to: '2027-12-03' }, county, 'invalid period.too-long'],
  ])('%s', async (_, change, caller, expected) => expect(await refusal(declare(change, caller))).toBe(expected));

  it('without a region it is the caller’s own, from midnight in China', async () => {
    expect(must(await declare())).toMatchObject({
      regionCode: '411003',
      from: '2026-11-30T16:00:00.000Z',
      to: '2026-12-14T16:00:00.000Z',
      stage: 'planned',
    });
    expect(must(await declare({}, admin)).regionCode).toBeNull();
  });

  it('is audited and told', async () => {
    const { id } = must(await declare());
    const audit = await desk.query('select action, region_code, after from audit_entries where entity_id = $1', [id]);
    expect(audit).toMatchObject([{ action: 'period.declared', region_code: '411003', after: { name: '春节安保' } }]);
    const news = await desk.query('select type, region_code, data from outbox where entity_id = $1', [id]);
    expect(news).toMatchObject([{ type: 'period.declared', region_code: '411003', data: { name: '春节安保' } }]);
  });
});

describe('whom a period holds for', () => {
  const from = Date.parse('2027-03-01T00:00:00+08:00');
  const to = Date.parse('2027-03-10T00:00:00+08:00');
  let id: string;
  beforeAll(async () => {
    desk.clock.at = NOW;
    id = must(await declare({ regionCode: '411003101', from: '2027-03-01', to: '2027-03-10' })).id;
  });

  it.each([
    ['the town', '411003101', true],
    ['a village of it', '411003101001', true],
    ['the county above', '411003', false],
    ['the town beside', '411003102', false],
  ])('%s', async (_, regionCode, expected) => {
    expect((await holdsIn(regionCode, from, to)).includes(id)).toBe(expected);
  });

  it.each([
    ['up to its first moment', from - 10, from, false],
    ['a millisecond into it', from - 10, from + 1, true],
    ['its last millisecond', to - 1, to + 10, true],
    ['from its end on', to, to + 10, false],
  ])('%s', async (_, start, finish, expected) => {
    expect((await holdsIn('411003101', start, finish)).includes(id)).toBe(expected);
  });

  it('one of the whole country holds everywhere', async () => {
    const all = must(await declare({ from: '2027-03-01', to: '2027-03-10' }, admin));
    expect(await holdsIn('653101', from, to)).toEqual([all.id]);
    expect(await holdsIn('411003101', from, to)).toEqual([id, all.id]);
  });
});

describe('a period is ended now', () => {
  it('one that runs ends at this moment, and stays on record', async () => {
    const { id } = must(await declare({ from: undefined, to: '2026-12-15' }));
    desk.clock.at = NOW + 1_000;
    expect(must(await end(id))).toMatchObject({ to: '2026-11-24T08:00:01.000Z', stage: 'past' });
    expect(await refusal(end(id))).toBe('conflict period.already-over');
    expect(await holdsIn('411003', NOW, NOW + 1_000)).toContain(id);
    expect(await holdsIn('411003', NOW + 1_000, NOW + 2_000)).not.toContain(id);
  });

  it.each([
    ['one that has not begun', '2026-12-01'],
    ['one that begins this very moment', undefined],
  ])('%s never holds', async (_, from) => {
    const { id } = must(await declare({ from }));
    must(await end(id));
    expect(await refusal(end(id))).toBe('not-found period.not-found');
    const audit = await desk.query<{ action: string }>(
      'select action from audit_entries where entity_id = $1 order by id',
      [id],
    );
    expect(audit.map(({ action }) => action)).toEqual(['period.declared', 'period.ended']);
  });

  it('not by somebody of another region', async () => {
    const { id } = must(await declare());
    expect(await refusal(end(id, official('regulator', '411002')))).toBe('forbidden rule.outside-region');
    expect(await refusal(end(id, official('regulator', '4110')))).toBe('allowed');
    const national = must(await declare({}, admin));
    expect(await refusal(end(national.id, county))).toBe('forbidden rule.outside-region');
  });
});

describe('periods are listed', () => {
  const list = (query = {}, caller = admin) =>
    desk.get(FindSpecialPeriods).list(desk.asked(caller), { limit: 100, ...query });

  it('by region: those above, of it and below', async () => {
    const town = must(await declare({ regionCode: '411003101' }));
    const beside = must(await declare({}, official('regulator', '411002')));
    const ids = async (regionCode: string): Promise<string[]> => (await list({ regionCode })).items.map(({ id }) => id);
    expect(await ids('411003')).toContain(town.id);
    expect(await ids('411003101001')).toContain(town.id);
    expect(await ids('411003')).not.toContain(beside.id);
    expect(await ids('41')).toEqual(expect.arrayContaining([town.id, beside.id]));
  });

  it('by stage', async () => {
    const running = must(await declare({ from: undefined }));
    const of = async (stage: string): Promise<boolean> =>
      (await list({ stage })).items.some(({ id }) => id === running.id);
    expect([await of('running'), await of('planned'), await of('past')]).toEqual([true, false, false]);
  });

  it('in pages, the last declared first', async () => {
    const all = (await list()).items.map(({ id }) => id);
    const first = await list({ limit: 2 });
    const second = await list({ limit: 2, cursor: first.nextCursor });
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(all.slice(0, 4));
    expect([...all].sort().reverse()).toEqual(all);
  });
});
