import { FindRollOutModes } from '../../../src/modules/rules/roll-out/find-roll-out-modes';
import { PlanRollOutMode } from '../../../src/modules/rules/roll-out/plan-roll-out-mode';
import type { PlanModeRequest } from '../../../src/modules/rules/roll-out/roll-out-mode.dto';
import { WithdrawRollOutMode } from '../../../src/modules/rules/roll-out/withdraw-roll-out-mode';
import { RulesModule } from '../../../src/modules/rules/rules.module';
import type { Caller } from '../../../src/platform/auth/caller';
import { admin, Desk, must, official, refusal } from '../registry/desk';

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

const plan = (change: Partial<PlanModeRequest> = {}, caller: Caller = county) =>
  desk
    .get(PlanRollOutMode)
    .execute(desk.asked(caller), { topic: 'chip', mode: 'enforce', validFrom: '2026-12-01', ...change });
const withdraw = (id: string, caller: Caller = county) => desk.get(WithdrawRollOutMode).execute(desk.asked(caller), id);
const list = async (query = {}) =>
  (await desk.get(FindRollOutModes).list(desk.asked(admin), { limit: 100, ...query })).items;

describe('a mode of the roll-out', () => {
  it('is planned ahead, and the one before it ends there', async () => {
    const first = must(await plan({ mode: 'warn' }));
    const second = must(await plan({ mode: 'enforce', validFrom: '2027-01-01' }));
    expect(await list({ topic: 'chip', regionCode: '411003' })).toEqual([
      second,
      { ...first, validTo: '2026-12-31T16:00:00.000Z' },
    ]);
  });

  it.each<[string, Partial<PlanModeRequest>, Caller, string]>([
    ['before one that is planned', { validFrom: '2026-12-15' }, county, 'conflict mode.overlaps'],
    ['for another topic', { topic: 'training', validFrom: '2026-12-15' }, county, 'allowed'],
    ['for a town of theirs', { regionCode: '411003101' }, county, 'allowed'],
    ['a minute ahead', { topic: 'identity', validFrom: '2026-11-24T08:01:00Z' }, county, 'allowed'],
    [
      'a millisecond less',
      { topic: 'position', validFrom: '2026-11-24T08:00:59.999Z' },
      county,
      'invalid mode.not-ahead',
    ],
    ['above their region', { regionCode: '4110' }, county, 'forbidden rule.outside-region'],
    ['for a region that is not', { regionCode: '411003999' }, county, 'invalid region.unknown'],
    ['for the whole country', {}, admin, 'allowed'],
  ])('%s', async (_, change, caller, expected) => expect(await refusal(plan(change, caller))).toBe(expected));

  it('is listed where it holds: in its region, in the parts of it, and in what it is a part of', async () => {
    const inRegion = async (regionCode: string | undefined): Promise<string> =>
      must(await plan({ topic: 'identity', validFrom: '2028-01-01', regionCode }, admin)).id;
    const ids: Record<string, string> = {};
    for (const code of ['41', '4110', '411002', '411003', '411003104']) ids[code] = await inRegion(code);
    ids[''] = await inRegion(undefined);
    const made = Object.values(ids);
    const listed = async (regionCode?: string): Promise<string[]> =>
      (await list({ topic: 'identity', regionCode })).map(({ id }) => id).filter((id) => made.includes(id));
    const of = (...codes: string[]): string[] =>
      codes
        .map((code) => ids[code] ?? '')
        .sort()
        .reverse();
    expect(await listed('411003')).toEqual(of('', '41', '4110', '411003', '411003104'));
    expect(await listed('411003104')).toEqual(of('', '41', '4110', '411003', '411003104'));
    expect(await listed('411002')).toEqual(of('', '41', '4110', '411002'));
    expect(await listed('41')).toEqual(of('', '41', '4110', '411002', '411003', '411003104'));
    expect(await listed('42')).toEqual(of(''));
    expect(await listed()).toEqual(of(...Object.keys(ids)));
  });

  it('is withdrawn before it begins, and the one before it goes on', async () => {
    const [latest] = await list({ topic: 'chip', regionCode: '411003' }).then((modes) =>
      modes.filter(({ regionCode }) => regionCode === '411003'),
    );
    expect(await refusal(withdraw(latest!.id, official('regulator', '411002')))).toBe('forbidden rule.outside-region');
    must(await withdraw(latest!.id));
    const left = (await list({ topic: 'chip' })).filter(({ regionCode }) => regionCode === '411003');
    expect(left).toMatchObject([{ mode: 'warn', validTo: null }]);
    expect(await refusal(withdraw(latest!.id))).toBe('not-found mode.not-found');
  });

  it('is not withdrawn once it has begun', async () => {
    const { id } = must(await plan({ topic: 'inspection', validFrom: '2026-11-24T08:01:00Z' }));
    desk.clock.at = NOW + 60_000;
    expect(await refusal(withdraw(id))).toBe('conflict mode.already-begun');
  });

  it('two at once: one is planned, the other is told', async () => {
    const both = await Promise.all([plan({ regionCode: '411003102' }), plan({ regionCode: '411003102' })]);
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
  });

  it('is audited and told', async () => {
    const { id } = must(await plan({ topic: 'training', regionCode: '411003103' }));
    const audit = await desk.query('select action from audit_entries where entity_id = $1', [id]);
    expect(audit).toEqual([{ action: 'mode.planned' }]);
    const news = await desk.query('select type, data from outbox where entity_id = $1', [id]);
    expect(news).toMatchObject([{ type: 'rule.changed', data: { key: 'roll-out', topic: 'training' } }]);
  });

  it('never overlaps another of its region and topic, whatever the code does', async () => {
    const insert = (id: string): Promise<unknown> =>
      desk.query(
        `insert into roll_out_modes (id, region_code, topic, mode, valid_from) values ($1, '42', 'chip', 'warn', now())`,
        [id],
      );
    await insert('X1');
    await expect(insert('X2')).rejects.toThrow(/roll_out_modes_never_overlap/);
  });
});
