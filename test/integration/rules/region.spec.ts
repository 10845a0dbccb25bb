import { FindRules } from '../../../src/modules/rules/book/find-rules';
import { PlanRule } from '../../../src/modules/rules/book/plan-rule';
import { PreviewRule } from '../../../src/modules/rules/book/preview-rule';
import type { RuleProposalRequest } from '../../../src/modules/rules/book/rule.dto';
import { WithdrawRule } from '../../../src/modules/rules/book/withdraw-rule';
import { RulesModule } from '../../../src/modules/rules/rules.module';
import { RulesReader } from '../../../src/modules/rules/rules.reader';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work';
import { admin, Desk, must, official, refusal } from '../registry/desk';

/** The desk's clock stands at 2026-11-24T08:00Z. */
const TOMORROW = '2026-11-25T08:00:00.000Z';
const county = official('regulator', '411003');
const province = official('regulator', '41');

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open(RulesModule);
});
afterAll(() => desk?.close());

const request = (change: Partial<RuleProposalRequest> = {}): RuleProposalRequest => ({
  key: 'permit.longest-hours',
  regime: 'general',
  validFrom: TOMORROW,
  value: 6,
  source: '某县应急管理局通知',
  certainty: 'A',
  ...change,
});
const plan = (change: Partial<RuleProposalRequest> = {}, caller = county) =>
  desk.get(PlanRule).execute(desk.asked(caller), request(change));
const withdraw = (id: string, caller = county) => desk.get(WithdrawRule).execute(desk.asked(caller), id);

describe('D32 the county’s regulator sets stricter values for the own region', () => {
  let id: string;

  it('sees first what it changes, and for how many', async () => {
    const shown = must(await desk.get(PreviewRule).execute(desk.asked(county), request()));
    expect(shown).toMatchObject({
      before: { regionCode: null, value: 8 },
      changes: [{ path: 'value', before: 8, after: 6 }],
      openPermits: 0,
    });
    const looser = desk.get(PreviewRule).execute(desk.asked(county), request({ value: 9 }));
    expect(await refusal(looser)).toBe('invalid rule.looser');
  });

  it('plans it: dated, with its source, in the region’s name, audited', async () => {
    const planned = must(await plan());
    ({ id } = planned);
    expect(planned).toMatchObject({ regionCode: '411003', setBy: '411003', source: '某县应急管理局通知' });
    const audit = await desk.query('select action, region_code from audit_entries where entity_id = $1', [id]);
    expect(audit).toEqual([{ action: 'rule.planned', region_code: '411003' }]);
    const hours = (regionCode: string) =>
      desk
        .get(RulesReader)
        .book()
        .value('permit.longest-hours', { regime: 'general', regionCode }, Date.parse(TOMORROW));
    expect([hours('411003'), hours('411003101'), hours('411002')]).toEqual([6, 6, 8]);
  });

  it('the refusal of a looser value says what holds, and by which text', async () => {
    const result = await plan({ key: 'permit.gas-test', regime: 'chemical', value: 'optional' });
    expect(result).toMatchObject({
      ok: false,
      refusal: {
        code: 'rule.looser',
        errors: [
          {
            path: 'value',
            params: {
              heldZh: '规则列表中的现行版本',
              heldEn: 'The version in the list of rules',
              source: expect.stringContaining('GB 30871'),
            },
          },
        ],
      },
    });
  });

  it.each<[string, Partial<RuleProposalRequest>, string]>([
    ['another county', { regionCode: '411002' }, 'forbidden rule.outside-region'],
    ['the city above', { regionCode: '4110' }, 'forbidden rule.outside-region'],
    ['a town below', { regionCode: '411003101', key: 'weather.wind-grade', regime: undefined, value: 4 }, 'allowed'],
    ['a rule without direction', { key: 'permit.approval-chain', value: [] }, 'forbidden rule.admin-only'],
    [
      'a rule that no region varies',
      { key: 'arc.grace-ms', regime: undefined, value: 1 },
      'invalid rule.does-not-vary',
    ],
  ])('%s', async (_, change, expected) => expect(await refusal(plan(change))).toBe(expected));

  it('what is set above stays, what is set below may be changed', async () => {
    const own = { key: 'job.longest-hours', regime: undefined, value: 7 };
    const above = must(await plan({ ...own, regionCode: '411003' }, province));
    expect(await refusal(withdraw(above.id))).toBe('forbidden rule.set-above');
    expect(await refusal(withdraw(id, official('regulator', '411002')))).toBe('forbidden rule.set-above');
    must(await withdraw(id, province));
    must(await withdraw(above.id, admin));
  });

  it('the list says which rules a region may set', async () => {
    const { items } = await desk.get(FindRules).current(desk.asked(county), {});
    const may = (key: string): boolean | undefined => items.find((one) => one.key === key)?.byRegion;
    expect(['permit.longest-hours', 'permit.approval-chain', 'arc.grace-ms'].map(may)).toEqual([true, false, false]);
  });
});

describe('D32 the database keeps each region to its own', () => {
  const write = (sql: string, scope = county.scope): Promise<unknown> =>
    desk.get(UnitOfWork).run(scope, (tx) => tx.query(sql));
  const insert = (region: string, by: string) =>
    `insert into rule_versions (id, key, region_code, set_by, valid_from, value, source, certainty)
     values ('NEW', 'weather.wind-grade', '${region}', ${by}, '2027-01-01', '4', 'x', 'default')`;

  it.each([
    ['another county', insert('411002', `'411003'`)],
    ['another’s name', insert('411003', `'41'`)],
    ['the platform’s name', insert('411003', 'null')],
  ])('no version for %s', async (_, sql) => {
    await expect(write(sql)).rejects.toThrow(/row-level security|check constraint/);
  });

  it('no end for the country’s versions, and no version of an enterprise', async () => {
    expect(
      await write(`update rule_versions set valid_to = '2030-01-01' where key = 'arc.grace-ms' returning id`),
    ).toEqual([]);
    expect(await write(`delete from rule_versions where key = 'arc.grace-ms' returning id`)).toEqual([]);
    const enterprise = { kind: 'enterprise', enterpriseId: 'E', userId: 'U' } as const;
    await expect(write(insert('411003', `'411003'`), enterprise)).rejects.toThrow(/row-level security/);
  });
});
