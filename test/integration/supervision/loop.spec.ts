import { DAY, HOUR } from '../../../src/kernel/time';
import { BringBackCases } from '../../../src/modules/supervision/leaves/bring-back-cases';
import { PassOnCases } from '../../../src/modules/supervision/leaves/pass-on-cases';
import { RemindDue } from '../../../src/modules/supervision/remind-due';
import { EscalateOverdue } from '../../../src/modules/supervision/escalate-overdue';
import { FindViolations } from '../../../src/modules/supervision/find-violations';
import type { Caller } from '../../../src/platform/auth/caller';
import { refusal } from '../registry/desk';
import { SupervisionWorld } from './supervision-world';

let world: SupervisionWorld;
let inspector: Caller, regulator: Caller, safety: Caller, foreign: Caller, grid: Caller;
beforeAll(async () => {
  world = await SupervisionWorld.open();
  inspector = await world.user('INS', ['inspector'], { regionCode: '411003' });
  regulator = await world.user('REG', ['regulator'], { regionCode: '4110' });
  grid = await world.user('GRID', ['grid-worker'], { regionCode: '411003100' });
  safety = await world.user('SAF', ['safety-officer'], { enterpriseId: 'E1' });
  foreign = await world.user('FOR', ['safety-officer'], { enterpriseId: 'E2' });
  await world.user('NEAR', ['safety-officer'], { enterpriseId: 'E2', regionCode: '411003' });
  await world.user('GONE', ['inspector'], { regionCode: '411003' });
});
beforeEach(() => world.forget());
afterAll(() => world?.close());

async function raised(): Promise<string> {
  await world.burn(await world.jobs.pair());
  return (await world.violations())[0]!.id;
}

/** Gives commands that the test takes for granted. */
async function give(id: string, ...steps: [Caller, string, object?][]): Promise<void> {
  for (const [caller, name, request] of steps) {
    const result = await world.command(caller, id, name, request);
    if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.refusal)}`);
  }
}

const photo = async (id: string, by: string): Promise<string> => {
  await world.sql(
    `insert into files (id, media_type, sha256, bytes, width, height, uploaded_by, uploaded_at) values ($1, 'image/jpeg', 'x', 'x', 1, 1, $2, now())`,
    [id, by],
  );
  return id;
};

describe('the loop', () => {
  it('open → assigned → rectifying → review → closed, by different people', async () => {
    const id = await raised();
    await photo('F1', safety.userId);
    await give(id, [inspector, 'assign', { userId: 'SAF', note: '请于三日内整改' }]);
    expect(await world.violations()).toMatchObject([{ state: 'assigned', assigned_to: 'SAF', certainty: 'confirmed' }]);
    await give(
      id,
      [safety, 'rectify', { note: '已安装芯片并培训', photoIds: ['F1'] }],
      [inspector, 'review', { note: '现场查看属实' }],
    );
    const closed = await world.command(regulator, id, 'close');
    expect(closed.ok && closed.value).toMatchObject({
      state: 'closed',
      commands: ['reopen'],
      assignedTo: { id: 'SAF', name: '测试SAF' },
      version: 5,
      history: [
        { command: 'raise', toState: 'open', byName: '平台（自动发现）', note: null },
        { command: 'assign', toState: 'assigned', byName: '测试INS', note: '请于三日内整改' },
        { command: 'rectify', toState: 'rectifying', note: '已安装芯片并培训', photoIds: ['F1'] },
        { command: 'review', toState: 'review', note: '现场查看属实' },
        { command: 'close', toState: 'closed', byName: '测试REG', note: null },
      ],
    });
    const told = await world.events('violation.changed');
    expect(told.map(({ data }) => data['state'])).toEqual(['assigned', 'rectifying', 'review', 'closed']);
    expect(told[1]?.user_ids).toEqual(['SAF']);
  });

  it('leaves audit entries that tell who did what, without what they wrote about the place', async () => {
    const id = await raised();
    await give(id, [inspector, 'assign', { note: '交给王某某' }]);
    const [entry] = await world.sql<{ actor_id: string; before: object; after: object }>(
      `select actor_id, before, after from audit_entries where action = 'violation.assign' and entity_id = $1`,
      [id],
    );
    expect(entry).toMatchObject({ actor_id: 'INS', before: { state: 'open' }, after: { state: 'assigned' } });
    expect(JSON.stringify(entry)).not.toContain('王某某');
  });

  it('false rectification reopens it one step graver, with a new due date and nobody assigned', async () => {
    const id = await raised();
    await give(
      id,
      [inspector, 'assign'],
      [safety, 'rectify', { note: '已整改' }],
      [inspector, 'review'],
      [regulator, 'close'],
    );
    world.jobs.clock.at += DAY;
    await give(id, [regulator, 'reopen', { reason: '现场仍无芯片' }]);
    const [violation] = await world.violations();
    expect(violation).toMatchObject({ state: 'open', severity: 2, assigned_to: null, escalated_to: null });
    expect(violation?.due_at).toBe(world.jobs.clock.at + 3 * DAY);
  });

  it('keeps when it was put right and signed off, and by whom; reopened, it forgets all but who put it right', async () => {
    const id = await raised();
    await give(id, [inspector, 'assign', { userId: 'SAF' }]);
    world.jobs.clock.at += HOUR;
    const rectifiedAt = world.jobs.clock.at;
    await give(id, [safety, 'rectify', { note: '已整改' }], [inspector, 'review']);
    world.jobs.clock.at += HOUR;
    const closedAt = world.jobs.clock.at;
    await give(id, [regulator, 'close']);
    const kept = { rectifiers: ['SAF'], rectified_at: rectifiedAt, reviewed_by: 'INS', closed_at: closedAt };
    expect(await world.violations()).toMatchObject([kept]);
    await give(id, [regulator, 'reopen', { reason: '现场仍无芯片' }]);
    const forgotten = { rectifiers: ['SAF'], rectified_at: null, reviewed_by: null, closed_at: null };
    expect(await world.violations()).toMatchObject([forgotten]);
  });

  it('is not reopened beside a new case of the same cause', async () => {
    const pair = await world.jobs.pair();
    await world.burn(pair);
    const id = (await world.violations())[0]!.id;
    await give(
      id,
      [inspector, 'assign'],
      [safety, 'rectify', { note: '已整改' }],
      [inspector, 'review'],
      [regulator, 'close'],
    );
    await world.burn(pair);
    const result = await world.command(regulator, id, 'reopen', { reason: '又发生' });
    const open = (await world.violations(`state = 'open'`))[0]!.id;
    expect(result).toMatchObject({
      ok: false,
      refusal: { kind: 'conflict', code: 'violation.open-again', extra: { violationId: open } },
    });
  });

  it('a withdrawn suspicion stays withdrawn until the arc burns anew', async () => {
    const pair = await world.jobs.pair();
    const arc = await world.burn(pair);
    const id = (await world.violations())[0]!.id;
    await give(id, [inspector, 'withdraw', { reason: '试机误触' }]);
    await world.judge([{ ...arc, lastSeenAt: arc.lastSeenAt + HOUR }]);
    expect(await world.violations()).toMatchObject([{ state: 'withdrawn', certainty: 'withdrawn' }]);
    await world.burn(pair);
    expect(await world.violations()).toMatchObject([{ state: 'withdrawn' }, { state: 'open' }]);
  });
});

describe('who may not', () => {
  it.each([
    ['close', 'open', 'conflict violation.command-not-open'],
    ['rectify', 'open', 'conflict violation.command-not-open'],
    ['assign', 'closed', 'conflict violation.command-not-open'],
    ['reopen', 'withdrawn', 'conflict violation.command-not-open'],
    ['burn', 'open', 'not-found violation.command-unknown'],
  ])('%s a violation that is %s: %s', async (command, state, expected) => {
    const id = await raised();
    await world.sql('update violations set state = $1', [state]);
    expect(await refusal(world.command(inspector, id, command, { note: 'x', reason: 'x' }))).toBe(expected);
  });

  it('names the commands that are open instead', async () => {
    const id = await raised();
    const result = await world.command(inspector, id, 'close');
    expect(!result.ok && result.refusal.extra).toEqual({ commands: ['assign', 'withdraw'] });
  });

  it.each([
    ['assign', 'open'],
    ['withdraw', 'open'],
    ['review', 'rectifying'],
    ['close', 'review'],
    ['reopen', 'closed'],
  ])('an enterprise may not %s', async (command, state) => {
    const id = await raised();
    await world.sql('update violations set state = $1', [state]);
    expect(await refusal(world.command(safety, id, command, { reason: 'x' }))).toBe(
      'forbidden violation.officials-only',
    );
  });

  it('another enterprise does not see it, and puts nothing right', async () => {
    const id = await raised();
    await give(id, [inspector, 'assign']);
    expect(await refusal(world.command(foreign, id, 'rectify', { note: 'x' }))).toBe('not-found violation.not-found');
    await world.sql(`update violations set assigned_to = 'FOR'`);
    expect(await refusal(world.command(foreign, id, 'rectify', { note: 'x' }))).toBe('allowed');
  });

  it('who rectified never reviews, not even after somebody else added to it', async () => {
    const id = await raised();
    await give(
      id,
      [inspector, 'assign'],
      [inspector, 'rectify', { note: '已断电' }],
      [safety, 'rectify', { note: '已换芯片' }],
    );
    expect(await refusal(world.command(inspector, id, 'review'))).toBe('forbidden violation.rectifier-may-not-review');
    await give(id, [regulator, 'review']);
    expect(await refusal(world.command(inspector, id, 'close'))).toBe('forbidden violation.rectifier-may-not-review');
  });

  it('an official of elsewhere does not see it', async () => {
    const id = await raised();
    const elsewhere = await world.user('ELS', ['regulator'], { regionCode: '4109' });
    expect(await refusal(world.command(elsewhere, id, 'assign', { note: 'x' }))).toBe('not-found violation.not-found');
    expect(await refusal(world.command(grid, id, 'assign', { note: 'x' }))).toBe('not-found violation.not-found');
  });
});

describe('what a form must say', () => {
  it.each([
    ['rectify', 'assigned', {}, 'note'],
    ['withdraw', 'open', {}, 'reason'],
    ['reopen', 'closed', { note: 'x' }, 'reason'],
  ])('%s without it', async (command, state, request, path) => {
    const id = await raised();
    await world.sql('update violations set state = $1', [state]);
    const result = await world.command(inspector, id, command, request);
    expect(result).toMatchObject({
      ok: false,
      refusal: { kind: 'invalid', code: 'request.invalid', errors: [{ path, code: 'field.required' }] },
    });
  });

  it.each([
    ['somebody of its enterprise', 'SAF', 'allowed'],
    ['an official in charge', 'REG', 'allowed'],
    ['somebody of another enterprise', 'FOR', 'invalid violation.assignee-unfit'],
    ['an official of a town beside', 'GRID', 'invalid violation.assignee-unfit'],
    ['nobody there is', 'NONE', 'invalid violation.assignee-unfit'],
    ['somebody of another enterprise in the same town', 'NEAR', 'invalid violation.assignee-unfit'],
    ['an official who was disabled', 'GONE', 'invalid violation.assignee-unfit'],
  ])('assign to %s', async (_, userId, expected) => {
    const id = await raised();
    await world.sql(`update users set disabled_at = now() where id = 'GONE'`);
    expect(await refusal(world.command(inspector, id, 'assign', { userId }))).toBe(expected);
  });

  it('to whom, where no enterprise answers for it', async () => {
    const id = await raised();
    await world.sql('update violations set enterprise_id = null');
    expect(await refusal(world.command(inspector, id, 'assign'))).toBe('invalid violation.assignee-needed');
    expect(await refusal(world.command(inspector, id, 'assign', { note: '由房东整改' }))).toBe('allowed');
  });

  it.each([
    ['now', 0, 'invalid violation.due-in-past'],
    ['1 ms ahead', 1, 'allowed'],
  ])('a due date %s', async (_, ms, expected) => {
    const id = await raised();
    const dueAt = new Date(world.jobs.clock.at + ms).toISOString();
    expect(await refusal(world.command(inspector, id, 'assign', { dueAt }))).toBe(expected);
  });

  it('somebody else’s photo proves nothing', async () => {
    const id = await raised();
    await give(id, [inspector, 'assign']);
    await photo('F2', 'INS');
    const rectify = (photoIds: string[]) => refusal(world.command(safety, id, 'rectify', { note: 'x', photoIds }));
    expect(await rectify(['F2'])).toBe('invalid violation.photo-unknown');
    expect(await rectify(['NONE'])).toBe('invalid violation.photo-unknown');
  });

  it('a form read before somebody else’s step is stale', async () => {
    const id = await raised();
    const read = await world.get(FindViolations).one(world.asked(inspector), id);
    const version = read.ok ? read.value.version : 0;
    await give(id, [regulator, 'assign']);
    const stale = await world.command(inspector, id, 'assign', { note: 'x' }, version);
    expect(stale).toMatchObject({
      ok: false,
      refusal: { kind: 'stale', code: 'version.stale', extra: { version: version + 1 } },
    });
    expect(await refusal(world.command(inspector, id, 'reassign', { reason: 'x' }, version + 1))).toBe('allowed');
  });
});

describe('the list', () => {
  it.each([
    ['the county’s inspector', () => inspector, 1],
    ['the city’s regulator', () => regulator, 1],
    ['a grid worker of a town', () => grid, 0],
    ['its enterprise', () => safety, 1],
    ['another enterprise', () => foreign, 0],
  ])('%s', async (_, caller, count) => {
    await raised();
    expect(await world.listed(caller())).toHaveLength(count);
  });

  it('is filtered and paged, newest first', async () => {
    const pairs = [await world.jobs.pair(), await world.jobs.pair(), await world.jobs.pair()];
    for (const pair of pairs) await world.burn(pair);
    const ids = (await world.violations()).map(({ id }) => id).reverse();
    expect(await world.listed(inspector)).toEqual(ids);
    const find = world.get(FindViolations);
    const first = await find.page(world.asked(inspector), { limit: 2 });
    expect(first.items.map(({ id }) => id)).toEqual(ids.slice(0, 2));
    const second = await find.page(world.asked(inspector), { limit: 2, cursor: first.nextCursor! });
    expect([second.items.map(({ id }) => id), second.nextCursor]).toEqual([ids.slice(2), null]);
    expect(await world.listed(inspector, { machineId: pairs[1]!.machineId })).toEqual([ids[1]]);
    expect(await world.listed(inspector, { kind: 'uncertified' })).toEqual([]);
    expect(await world.listed(inspector, { state: 'open', grade: 'alert', enterpriseId: 'E1' })).toHaveLength(3);
    expect(await world.listed(inspector, { regionCode: '411003' })).toHaveLength(3);
    expect(await world.listed(inspector, { regionCode: '4110031' })).toHaveLength(0);
    expect(await world.listed(inspector, { welderId: 'W1' })).toHaveLength(0);
  });
});

describe('the detail', () => {
  it('says in the reader’s language what it rests on and what the law says', async () => {
    const id = await raised();
    const find = world.get(FindViolations);
    const zh = await find.one(world.asked(inspector), id);
    const en = await find.one(world.asked(inspector, 'en'), id);
    expect(zh.ok && zh.value).toMatchObject({
      commands: ['assign', 'withdraw'],
      evidence: ['起弧时间：2026-11-24 10:00', '峰值电流：148 安', '燃弧达到 3 秒以上'],
      legalBasis: expect.stringContaining('一芯一码一平台'),
    });
    expect(en.ok && en.value.evidence).toEqual([
      'Arc since 2026-11-24 10:00',
      'Peak current: 148 A',
      'The arc burned for 3 s or longer',
    ]);
    expect(en.ok && en.value.legalBasis).not.toEqual(zh.ok && zh.value.legalBasis);
  });

  it('offers an enterprise only what it may do, and a stranger nothing at all', async () => {
    const id = await raised();
    await give(id, [inspector, 'assign']);
    const find = world.get(FindViolations);
    const own = await find.one(world.asked(safety), id);
    expect(own.ok && own.value.commands).toEqual(['rectify']);
    const head = await world.user('HEAD', ['enterprise-head'], { enterpriseId: 'E1' });
    const reading = await find.one(world.asked(head), id);
    expect(reading.ok && reading.value.commands).toEqual([]);
    expect(await refusal(find.one(world.asked(foreign), id))).toBe('not-found violation.not-found');
  });
});

describe('what is overdue', () => {
  it('is told to grid, town, county and city, each once, and grows no graver', async () => {
    const id = await raised();
    const escalate = world.get(EscalateOverdue);
    const due = world.jobs.clock.at + 3 * DAY;
    const levels: (string | null)[] = [];
    for (const at of [due, due + 1, due + 2, due + DAY + 1, due + 3 * DAY + 1, due + 30 * DAY]) {
      await escalate.execute(at);
      levels.push((await world.violations())[0]!.escalated_to);
    }
    expect(levels).toEqual([null, 'grid', 'grid', 'town', 'county', 'city']);
    expect(await world.historyOf(id)).toEqual(['raise → open', ...Array(4).fill('escalate open → open')]);
    expect((await world.events('violation.overdue')).map(({ data }) => data['level'])).toEqual([
      'grid',
      'town',
      'county',
      'city',
    ]);
    expect(await world.violations()).toMatchObject([{ severity: 1 }]);
    const read = await world.get(FindViolations).one(world.asked(inspector, 'en'), id);
    expect(read.ok && read.value.history.at(-1)).toMatchObject({
      byName: 'Platform (timer)',
      note: 'Overdue: the city was told',
    });
  });

  it('begins anew with a new due date, and ends with the case', async () => {
    const id = await raised();
    const escalate = world.get(EscalateOverdue);
    const due = world.jobs.clock.at + 3 * DAY;
    await escalate.execute(due + 1);
    await give(id, [inspector, 'assign', { dueAt: new Date(due + 10 * DAY).toISOString() }]);
    await escalate.execute(due + 5 * DAY);
    expect((await world.violations())[0]!.escalated_to).toBeNull();
    await give(id, [inspector, 'withdraw', { reason: '误报' }]);
    await escalate.execute(due + 20 * DAY);
    expect((await world.events('violation.overdue')).length).toBe(1);
  });
});

describe('what comes due, and who is not there', () => {
  const inHands = async (): Promise<unknown> => {
    const [row] = await world.sql<{ assigned_to: string | null; state: string }>(
      'select assigned_to, state from violations',
    );
    return [row!.assigned_to, row!.state];
  };
  const leave = (id: string, user: string, deputy: string | null): Promise<unknown> =>
    world.sql(
      `insert into leaves (id, user_id, deputy_id, region_code, from_at, until_at, made_by, made_at)
       values ($1, $2, $3, '411003', $4, $5, 'REG', $4)`,
      [id, user, deputy, new Date(world.jobs.clock.at), new Date(world.jobs.clock.at + DAY)],
    );
  afterEach(() => world.sql('delete from leaves'));

  it('whoever has it is reminded three days and one day ahead, once each', async () => {
    const id = await raised();
    const due = world.jobs.clock.at + 10 * DAY;
    await give(id, [inspector, 'assign', { userId: 'SAF', dueAt: new Date(due).toISOString() }]);
    const remind = world.get(RemindDue);
    for (const at of [due - 4 * DAY, due - 3 * DAY, due - 2 * DAY, due - DAY, due - HOUR, due])
      await remind.execute(at);
    expect((await world.events('violation.due-soon')).map(({ user_ids }) => user_ids)).toEqual([['SAF'], ['SAF']]);
    expect((await world.historyOf(id)).slice(2)).toEqual(Array(2).fill('remind assigned → assigned'));
  });

  it('on leave: the deputy has it; the deputy on leave, too: whoever is next at the place', async () => {
    const id = await raised();
    await give(id, [regulator, 'assign', { userId: 'INS' }]);
    await leave('L1', 'INS', 'REG');
    await world.get(PassOnCases).execute(world.jobs.clock.at - 1);
    expect(await inHands()).toEqual(['INS', 'assigned']);
    await world.get(PassOnCases).execute(world.jobs.clock.at);
    expect(await inHands()).toEqual(['REG', 'assigned']);
    await leave('L2', 'REG', 'INS');
    await world.get(PassOnCases).execute(world.jobs.clock.at);
    const [next] = (await inHands()) as [string];
    expect(['INS', 'REG']).not.toContain(next);
    const read = await world.get(FindViolations).one(world.asked(inspector), id);
    expect(read.ok && read.value.history.at(-1)).toMatchObject({ command: 'reassign', byPerson: false, note: '原负责人请假，由代办人接手' }); // prettier-ignore
  });

  it('back from leave: the case comes back, by whatever hands it went, but not one that is begun', async () => {
    const id = await raised();
    await give(id, [regulator, 'assign', { userId: 'INS' }]);
    const [passOn, back, { at }] = [world.get(PassOnCases), world.get(BringBackCases), world.jobs.clock];
    await leave('L1', 'INS', 'REG');
    await passOn.execute(at);
    await leave('L2', 'REG', null);
    await passOn.execute(at);
    await back.execute(at);
    expect(await inHands()).not.toEqual(['INS', 'assigned']);
    await world.sql(`update leaves set ended_at = from_at where id = 'L2'`);
    await back.execute(at);
    expect(await inHands()).not.toEqual(['REG', 'assigned']); // it was the inspector's before
    await back.execute(at + DAY);
    expect(await inHands()).toEqual(['INS', 'assigned']);
    const before = (await world.historyOf(id)).length;
    await back.execute(at + DAY);
    expect((await world.historyOf(id)).length).toBe(before);
  });

  it('what the deputy has begun stays with the deputy', async () => {
    const id = await raised();
    await give(id, [regulator, 'assign', { userId: 'INS' }]);
    await leave('L1', 'INS', 'REG');
    await world.get(PassOnCases).execute(world.jobs.clock.at);
    await give(id, [regulator, 'rectify', { note: '已联系企业处理' }]);
    await world.get(BringBackCases).execute(world.jobs.clock.at + DAY);
    expect(await inHands()).toEqual(['REG', 'rectifying']);
  });

  it('assigned exactly as many days ahead as the reminder says: nobody is reminded at once', async () => {
    const id = await raised();
    const due = world.jobs.clock.at + 3 * DAY;
    await give(id, [inspector, 'assign', { userId: 'SAF', dueAt: new Date(due).toISOString() }]);
    for (const at of [world.jobs.clock.at, world.jobs.clock.at + HOUR, due - DAY])
      await world.get(RemindDue).execute(at);
    expect((await world.historyOf(id)).slice(2)).toEqual(['remind assigned → assigned']);
  });

  it('an account that was closed: back to its enterprise', async () => {
    const id = await raised();
    await give(id, [inspector, 'assign', { userId: 'SAF' }]);
    await world.sql(`update users set disabled_at = now() where id = 'SAF'`);
    await world.get(PassOnCases).execute(world.jobs.clock.at);
    await world.sql(`update users set disabled_at = null where id = 'SAF'`);
    const rows = await world.sql('select assigned_to, assigned_enterprise, state from violations');
    expect(rows).toEqual([{ assigned_to: null, assigned_enterprise: 'E1', state: 'assigned' }]);
  });

  it('false rectification is counted, and the database itself keeps the rectifier from the second look', async () => {
    const id = await raised();
    await give(id, [inspector, 'assign', { userId: 'SAF' }], [safety, 'rectify', { note: '已整改' }], [inspector, 'review'], [inspector, 'reopen', { reason: '现场未整改' }]); // prettier-ignore
    const list = await world.get(FindViolations).page(world.asked(inspector), { limit: 10, falselyRectified: true });
    expect(list.items).toMatchObject([{ id, falseRectifications: 1, severity: 2, grade: 'hazard' }]);
    const history = `insert into violation_history (violation_id, at, command, from_state, to_state, by_user, by_name, detail)
      values ($1, now(), 'close', 'review', 'closed', 'SAF', 'x', '{}')`;
    await expect(world.sql(history, [id])).rejects.toThrow(/does not close it/);
    await expect(world.sql(`update violations set reviewed_by = 'SAF' where id = $1`, [id])).rejects.toThrow(/who_rectified_never_reviews/); // prettier-ignore
  });
});
