import { shownTime } from '../../../src/kernel/shown-time';
import { FindRules } from '../../../src/modules/rules/book/find-rules';
import { PlanRule } from '../../../src/modules/rules/book/plan-rule';
import { PreviewRule } from '../../../src/modules/rules/book/preview-rule';
import type { RuleProposalRequest } from '../../../src/modules/rules/book/rule.dto';
import { WithdrawRule } from '../../../src/modules/rules/book/withdraw-rule';
import { RulesModule } from '../../../src/modules/rules/rules.module';
import { RulesReader } from '../../../src/modules/rules/rules.reader';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work';
import { admin, Desk, must, refusal } from '../registry/desk';

/** The desk's clock stands at 2026-11-24T08:00Z. */
const TOMORROW = '2026-11-25T08:00:00.000Z';
const tomorrow = Date.parse(TOMORROW);

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open(RulesModule);
});
afterAll(() => desk?.close());

const request = (change: Partial<RuleProposalRequest> = {}): RuleProposalRequest => ({
  key: 'permit.fire-watch-minutes',
  regime: 'chemical',
  level: 'special',
  validFrom: TOMORROW,
  value: { base: 90, placeKinds: { crowded: 120 } },
  source: '厂规',
  certainty: 'default',
  ...change,
});
const plan = (change: Partial<RuleProposalRequest> = {}) =>
  desk.get(PlanRule).execute(desk.asked(admin), request(change));
const versionsOf = async (key: string, query = {}) =>
  must(await desk.get(FindRules).versions(desk.asked(admin), key, { limit: 100, ...query })).items;
const auditOf = (id: string) =>
  desk.query<{ action: string; before: unknown; after: unknown }>(
    'select action, before, after from audit_entries where entity_id = $1 order by id',
    [id],
  );

describe('a rule is changed ahead of its date', () => {
  const slot = { regime: 'chemical', level: 'special' };

  it('and the version that holds until then ends there', async () => {
    const planned = must(await plan());
    expect(planned).toMatchObject({ stage: 'planned', validFrom: TOMORROW, validTo: null, regime: 'chemical' });
    const [first, second] = await versionsOf('permit.fire-watch-minutes', slot);
    expect(first).toEqual(planned);
    expect(second).toMatchObject({ stage: 'running', validTo: TOMORROW, value: { base: 60 } });
  });

  it('the reader sees both sides of the date at once', () => {
    const base = (at: number) =>
      desk.get(RulesReader).book().value<{ base: number }>('permit.fire-watch-minutes', slot, at).base;
    expect([base(tomorrow - 1), base(tomorrow), base(tomorrow + 1)]).toEqual([60, 90, 90]);
  });

  it('it is audited with what was and what will be, and told', async () => {
    const [planned] = await versionsOf('permit.fire-watch-minutes', slot);
    expect(await auditOf(planned!.id)).toMatchObject([
      { action: 'rule.planned', before: { value: { base: 60 } }, after: { value: { base: 90 } } },
    ]);
    const news = await desk.query('select type, entity, data from outbox where entity_id = $1', [planned!.id]);
    expect(news).toMatchObject([{ type: 'rule.changed', entity: 'rule', data: { key: 'permit.fire-watch-minutes' } }]);
  });

  it('another before it is refused, and names the one that stands', async () => {
    const result = await plan({ validFrom: '2026-11-24T20:00:00Z' });
    expect(result).toMatchObject({
      ok: false,
      refusal: { code: 'rule.overlaps', params: { from: shownTime(Date.parse(TOMORROW)) } },
    });
  });

  it('a planned one is withdrawn, and the old one goes on', async () => {
    const [planned] = await versionsOf('permit.fire-watch-minutes', slot);
    must(await desk.get(WithdrawRule).execute(desk.asked(admin), planned!.id));
    const [only, none] = await versionsOf('permit.fire-watch-minutes', slot);
    expect(only).toMatchObject({ stage: 'running', validTo: null, value: { base: 60 } });
    expect(none).toBeUndefined();
    const book = desk.get(RulesReader).book();
    expect(book.value('permit.fire-watch-minutes', slot, tomorrow)).toMatchObject({ base: 60 });
    expect((await auditOf(planned!.id)).map(({ action }) => action)).toEqual(['rule.planned', 'rule.withdrawn']);
  });

  it('what has begun is not withdrawn', async () => {
    const [running] = await versionsOf('permit.fire-watch-minutes', slot);
    expect(await refusal(desk.get(WithdrawRule).execute(desk.asked(admin), running!.id))).toBe(
      'conflict rule.already-begun',
    );
    expect(await refusal(desk.get(WithdrawRule).execute(desk.asked(admin), 'NONE'))).toBe(
      'not-found rule.version-not-found',
    );
  });

  it.each<[string, Partial<RuleProposalRequest>, string]>([
    ['a date is midnight in China', { regionCode: '4110', validFrom: '2026-11-25' }, 'allowed'],
    ['now', { validFrom: '2026-11-24T08:00:00Z' }, 'invalid rule.not-ahead'],
    ['a minute less a millisecond', { validFrom: '2026-11-24T08:00:59.999Z' }, 'invalid rule.not-ahead'],
    ['a region that is not', { regionCode: '419999' }, 'invalid region.unknown'],
    ['an unknown key', { key: 'permit.colour' }, 'invalid rule.unknown-key'],
    ['an unknown level', { level: 'third' }, 'invalid rule.level-unknown'],
    ['a value of another shape', { value: 60 }, 'invalid rule.value-invalid'],
    ['a dimension the rule has not', { key: 'arc.grace-ms', value: 1_000 }, 'invalid rule.does-not-vary'],
    [
      'an end with nothing behind it',
      { key: 'permit.gas-limits', regime: undefined, level: undefined, validTo: '2026-12-01' },
      'invalid rule.value-invalid',
    ],
  ])('%s', async (_, change, expected) => expect(await refusal(plan(change))).toBe(expected));

  it('a date alone began at midnight in China', async () => {
    const [county] = await versionsOf('permit.fire-watch-minutes', { regionCode: '4110' });
    expect(county?.validFrom).toBe('2026-11-24T16:00:00.000Z');
  });

  it('the places of a wrong value are named', async () => {
    const result = await plan({ value: { base: 'x', placeKinds: { crowded: 481, moon: 1 }, colour: 1 } });
    expect(result).toMatchObject({
      ok: false,
      refusal: {
        errors: [
          { path: 'value.base', code: 'field.integer' },
          { path: 'value.placeKinds.crowded', code: 'field.too-large' },
          { path: 'value.placeKinds.moon', code: 'field.choice' },
          { path: 'value.colour', code: 'field.unknown' },
        ],
      },
    });
  });

  it('two at once: one is planned, the other is told', async () => {
    const both = await Promise.all(
      [1, 2].map((n) => plan({ key: 'permit.gas-fresh-minutes', regime: 'chemical', level: undefined, value: 20 + n })),
    );
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: 'rule.overlaps' } });
  });
});

describe('the database is the last guard', () => {
  const insert = (from: string, to: string | null): Promise<unknown> =>
    desk.query(
      `insert into rule_versions (id, key, valid_from, valid_to, value, source, certainty)
       values ($1, 'arc.grace-ms', $1::text::timestamptz, $2, '1', 'test', 'default')`,
      [from, to],
    );

  it('versions of one rule never overlap, whatever the code does', async () => {
    await expect(insert('2026-01-01', null)).rejects.toThrow(/rule_versions_never_overlap/);
    await expect(insert('1999-01-01', '2000-01-01T00:00:00.001+08:00')).rejects.toThrow(/never_overlap/);
    await expect(insert('1999-01-01', '2000-01-01T00:00:00+08:00')).resolves.toEqual([]);
  });

  it('the record of changes is only ever added to', async () => {
    await expect(desk.query('update rule_changes set rule = null')).rejects.toThrow(/permission denied|append-only/);
    await expect(desk.query('delete from rule_changes')).rejects.toThrow(/permission denied|append-only/);
  });
});

describe('the reader', () => {
  it('keeps the same book while nothing changes, and names every change', async () => {
    const reader = desk.get(RulesReader);
    await reader.refresh();
    const before = reader.book();
    await reader.refresh();
    expect(reader.book()).toBe(before);
    must(await plan({ key: 'job.photo-required', regime: undefined, level: undefined, value: true }));
    expect(Number(reader.book().version)).toBeGreaterThan(Number(before.version));
  });

  it('sees what another process changed', async () => {
    const other = new RulesReader(desk.get(UnitOfWork));
    await other.refresh();
    must(await plan({ key: 'job.longest-hours', regime: undefined, level: undefined, value: 6 }));
    expect(other.book().value('job.longest-hours', {}, tomorrow)).toBe(8);
    await other.refresh();
    expect(other.book().value('job.longest-hours', {}, tomorrow)).toBe(6);
  });

  it('opens the book of an old decision, withdrawn versions and all', async () => {
    const reader = desk.get(RulesReader);
    const planned = must(await plan({ key: 'inspection.warn-days', regime: undefined, level: undefined, value: 45 }));
    const { version } = reader.book();
    must(await desk.get(WithdrawRule).execute(desk.asked(admin), planned.id));
    expect(reader.book().value('inspection.warn-days', {}, tomorrow)).toBe(30);
    const old = await desk.run((tx) => reader.bookAsOf(tx, version));
    expect(old.value('inspection.warn-days', {}, tomorrow)).toBe(45);
    expect(old.version).toBe(version);
  });

  it('does not answer before it has read', () => {
    expect(() => new RulesReader(desk.get(UnitOfWork)).book()).toThrow(/before they were loaded/);
  });

  it('reads by itself every few seconds, from the module’s beginning to its end', async () => {
    const own = new RulesReader(desk.get(UnitOfWork));
    await own.onModuleInit();
    expect(own.book().value('arc.grace-ms', {}, tomorrow)).toBe(2_000);
    await own.onModuleDestroy();
  });
});

describe('the rules in force, for people', () => {
  const current = async (query = {}) => (await desk.get(FindRules).current(desk.asked(admin), query)).items;

  it('each with its name, unit, source and what is planned', async () => {
    const [rule] = await current({ key: 'job.longest-hours' });
    expect(rule).toMatchObject({
      zh: '单次作业最长时间',
      en: 'Longest job',
      unit: 'hours',
      variesBy: ['region'],
      value: 8,
      stage: 'running',
      source: '平台默认',
      nextFrom: TOMORROW,
    });
  });

  it('as they will be on a day', async () => {
    const [rule] = await current({ key: 'job.longest-hours', at: TOMORROW });
    expect(rule).toMatchObject({ value: 6, nextFrom: null });
  });

  it('of a regime, with those for all', async () => {
    const rules = await current({ key: 'permit.gas-test', regime: 'chemical' });
    expect(rules.map(({ regime, value }) => [regime, value])).toEqual([
      [null, 'none'],
      ['chemical', 'required'],
    ]);
  });

  it('of a region, with those above it', async () => {
    const at = '2026-11-26';
    const rules = await current({ key: 'permit.fire-watch-minutes', regionCode: '411003', at });
    expect(rules.map(({ regionCode }) => regionCode)).toContain('4110');
    const elsewhere = await current({ key: 'permit.fire-watch-minutes', regionCode: '42', at });
    expect(elsewhere.map(({ regionCode }) => regionCode)).not.toContain('4110');
  });

  it('versions come in pages, the latest first', async () => {
    const find = desk.get(FindRules);
    const first = must(await find.versions(desk.asked(admin), 'permit.longest-hours', { limit: 4 }));
    expect(first.items).toHaveLength(4);
    const rest = must(
      await find.versions(desk.asked(admin), 'permit.longest-hours', { limit: 100, cursor: first.nextCursor! }),
    );
    expect(rest.nextCursor).toBeNull();
    const ids = [...first.items, ...rest.items].map(({ id }) => id);
    expect(ids).toEqual((await versionsOf('permit.longest-hours')).map(({ id }) => id));
    expect(new Set(ids).size).toBe(11);
    expect(await refusal(find.versions(desk.asked(admin), 'nothing.here', { limit: 1 }))).toBe(
      'not-found rule.unknown-key',
    );
  });
});

describe('a preview', () => {
  const preview = async (change: Partial<RuleProposalRequest> = {}) =>
    must(await desk.get(PreviewRule).execute(desk.asked(admin), request(change)));

  beforeAll(async () => {
    await desk.query(
      `insert into users (id, username, name, roles, created_at) values ('U1', 'applicant', '测试', '{safety-officer}', now())`,
    );
    const permit = (id: string, regime: string, level: string, state: string, region: string): Promise<unknown> =>
      desk.query(
        `insert into permits (id, number, code, regime, level, proposed_level, state, region_code, place_name, lat, lng, radius_m, content,
           method, planned_start, planned_end, applicant_id, created_at)
         values ($1, $1, $1, $2, $3, $3, $4, $5, '车间', 34, 113, 100, '焊接', 'MMA', now(), now() + interval '1 hour', 'U1', now())`,
        [id, regime, level, state, region],
      );
    await permit('P1', 'chemical', 'special', 'active', '411003');
    await permit('P2', 'chemical', 'first', 'submitted', '411003');
    await permit('P3', 'chemical', 'special', 'closed', '411003');
    await permit('P4', 'general', 'ordinary', 'issued', '411002');
    const machine = (id: string, region: string, status = 'in-service'): Promise<unknown> =>
      desk.query(
        `insert into machines (id, code, model, process, control, region_code, status, created_at) values ($1, $1, 'ZX7', 'MMA', 'cut', $2, $3, now())`,
        [id, region, status],
      );
    await machine('M1', '411003');
    await machine('M2', '411002');
    await machine('M3', '411003', 'scrapped');
    await desk.query(`insert into permit_machines (permit_id, machine_id) values ('P1', 'M1'), ('P3', 'M2')`);
  });

  it('says what was, what will be, and field by field what changes', async () => {
    const shown = await preview();
    expect(shown).toMatchObject({ before: { value: { base: 60 } }, ends: { level: 'special' }, value: { base: 90 } });
    expect(shown.changes).toEqual(
      expect.arrayContaining([
        { path: 'value.base', before: 60, after: 90 },
        { path: 'value.placeKinds.crowded', before: 60, after: 120 },
        { path: 'value.placeKinds.sandwich-panel', before: 60, after: null },
      ]),
    );
  });

  it.each<[string, Partial<RuleProposalRequest>, number, number]>([
    ['one level of one regime', {}, 1, 1],
    ['one regime', { level: undefined }, 2, 1],
    ['all regimes', { regime: undefined, level: undefined }, 3, 2],
    ['all regimes of a county', { regime: undefined, level: undefined, regionCode: '411003' }, 2, 1],
    ['a county without any', { regime: undefined, level: undefined, regionCode: '411081' }, 0, 0],
  ])('counts whom it concerns: %s', async (_, change, openPermits, machines) => {
    expect(await preview(change)).toMatchObject({ openPermits, machines });
  });

  it('what holds in a county now is the country’s, and that does not end', async () => {
    expect(await preview({ regionCode: '411003' })).toMatchObject({ ends: null });
  });

  it('is refused as the change itself would be, and changes nothing', async () => {
    const before = desk.get(RulesReader).book().version;
    expect(await refusal(desk.get(PreviewRule).execute(desk.asked(admin), request({ value: 1 })))).toBe(
      'invalid rule.value-invalid',
    );
    await preview();
    await desk.get(RulesReader).refresh();
    expect(desk.get(RulesReader).book().version).toBe(before);
  });
});
