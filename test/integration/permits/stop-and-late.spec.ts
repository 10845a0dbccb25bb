import { minutes, outcome, PermitWorld, T0 } from './permit-world';

/** The day from which rule `permit.measures-anew` holds. */
const FIRST_DAY = T0 + 3 * 24 * 60 * minutes(1);

let world: PermitWorld;
beforeAll(async () => {
  world = await PermitWorld.open();
});
afterAll(() => world?.close());
beforeEach(async () => {
  world.clock.at = FIRST_DAY;
  await world.sql(`update permits set watcher_id = null, state = 'cancelled' where state <> 'closed'`);
});

const iso = (at: number): string => new Date(at).toISOString();
const open = async (id: string): Promise<number> =>
  (await world.see(id)).measures.filter(({ confirmed }) => !confirmed).length;
const due = async (id: string): Promise<unknown> => {
  const { nextTapAt, tapMissedAt } = await world.see(id);
  return { nextTapAt, tapMissedAt };
};

describe('whoever sees danger stops the work first and says why afterwards', () => {
  it('without a reason the work stops, and the reason is asked for once', async () => {
    const id = await world.upTo('active');
    expect(await world.must('watcher', id, 'suspend')).toMatchObject({
      state: 'suspended',
      suspendReason: '现场紧急停工，原因待补',
    });
    expect(await world.must('watcher', id, 'suspend', { reason: '有火星' })).toMatchObject({
      state: 'suspended',
      suspendReason: '有火星',
    });
    expect(await outcome(world.give('watcher', id, 'suspend', { reason: '没有' }))).toBe(
      'conflict permit.command-not-open',
    );
  });

  it('the authority’s stop stays the authority’s, whoever says why', async () => {
    const id = await world.upTo('active');
    await world.must('regulator', id, 'suspend');
    await world.must('watcher', id, 'suspend', { reason: '有火星' });
    expect(await outcome(world.give('watcher', id, 'resume'))).toBe('forbidden permit.authority-only');
  });

  it('the measures are confirmed anew before the work goes on', async () => {
    const id = await world.upTo('active');
    expect(await open(id)).toBe(0);
    await world.must('watcher', id, 'suspend', { reason: '现场发现险情' });
    expect(await open(id)).toBeGreaterThan(0);
    expect(await outcome(world.give('watcher', id, 'resume'))).toBe('conflict permit.not-ready');
    await world.must('watcher', id, 'measures', await world.ticks(id));
    expect(await world.must('watcher', id, 'resume')).toMatchObject({ state: 'active' });
  });

  it('a permit that was issued before the rule goes on as it was', async () => {
    world.clock.at = T0;
    const id = await world.upTo('active');
    await world.must('watcher', id, 'suspend', { reason: '现场发现险情' });
    expect(await world.must('watcher', id, 'resume')).toMatchObject({ state: 'active' });
  });
});

describe('what was typed without network counts from when it was typed', () => {
  it('a tap that arrives late does not say that somebody is there now', async () => {
    const id = await world.upTo('active');
    const given = FIRST_DAY + minutes(20);
    world.clock.at = FIRST_DAY + minutes(50);
    await world.must('watcher', id, 'watch-tap', { givenAt: iso(given) });
    expect(await due(id)).toEqual({ nextTapAt: iso(given + minutes(60)), tapMissedAt: null });
    const { history } = await world.see(id);
    expect(history.at(-1)).toMatchObject({ command: 'watch-tap', at: iso(world.clock.at) });
    expect(await world.sql(`select at from permit_watch_records where permit_id = $1 and kind = 'tap'`, [id])).toEqual([
      { at: given },
    ]);
  });

  it('a call because of a missed tap stands until a tap is in time', async () => {
    const id = await world.upTo('active');
    const early = FIRST_DAY + minutes(1);
    world.clock.at = FIRST_DAY + minutes(63);
    await world.look();
    const { tapMissedAt } = await world.see(id);
    expect(tapMissedAt).not.toBeNull();
    await world.must('watcher', id, 'watch-tap', { givenAt: iso(early) });
    expect(await due(id)).toEqual({ nextTapAt: iso(early + minutes(60)), tapMissedAt });
    await world.must('watcher', id, 'watch-tap', { givenAt: iso(FIRST_DAY + minutes(62)) });
    expect(await due(id)).toEqual({ nextTapAt: iso(FIRST_DAY + minutes(122)), tapMissedAt: null });
  });

  it('a tap that claims to be of tomorrow is of now', async () => {
    const id = await world.upTo('active');
    world.clock.at = FIRST_DAY + minutes(5);
    await world.must('watcher', id, 'watch-tap', { givenAt: iso(FIRST_DAY + minutes(24 * 60)) });
    expect(await due(id)).toEqual({ nextTapAt: iso(FIRST_DAY + minutes(65)), tapMissedAt: null });
  });

  it('measures and readings keep their time, and are no presence of now', async () => {
    const id = await world.upTo('issued');
    await world.must('watcher', id, 'fire-watch-on');
    const given = FIRST_DAY + minutes(4);
    world.clock.at = FIRST_DAY + minutes(40);
    await world.must('watcher', id, 'measures', { ...(await world.ticks(id)), givenAt: iso(given) });
    expect((await world.see(id)).measures[0]).toMatchObject({ confirmed: true, confirmedAt: iso(given) });
    await world.must('watcher', id, 'gas-test', {
      sampledAt: iso(given),
      givenAt: iso(given),
      readings: [{ gas: 'methane', value: 0.1, unit: '%vol' }],
    });
    expect(await world.sql('select tapped_at from permits where id = $1', [id])).toEqual([{ tapped_at: given }]);
  });

  it('measures seen before a stop do not let the work go on after it', async () => {
    const id = await world.upTo('active');
    world.clock.at = FIRST_DAY + minutes(10);
    await world.must('watcher', id, 'suspend', { reason: '有火星' });
    world.clock.at = FIRST_DAY + minutes(20);
    const seen = { ...(await world.ticks(id)), givenAt: iso(FIRST_DAY + minutes(9)) };
    expect(await outcome(world.give('watcher', id, 'measures', seen))).toBe('invalid permit.given-before-stop');
    expect(await open(id)).toBeGreaterThan(0);
  });

  it('other commands have no other time than now', async () => {
    const id = await world.upTo('active');
    expect(await outcome(world.give('watcher', id, 'suspend', { reason: '有火星', givenAt: iso(FIRST_DAY) }))).toBe(
      'invalid request.invalid',
    );
  });
});
