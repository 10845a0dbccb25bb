import { minutes, outcome, PermitWorld, PLACE, reasons, T0 } from './permit-world';

let world: PermitWorld;
beforeAll(async () => {
  world = await PermitWorld.open();
});
afterAll(() => world?.close());
beforeEach(async () => {
  world.clock.at = T0;
  await world.sql(`update permits set watcher_id = null`);
});

describe('a general permit, from draft to closed', () => {
  it('goes its way, each step by whoever may take it', async () => {
    const draft = await world.create();
    expect(draft).toMatchObject({
      state: 'draft',
      level: 'ordinary',
      number: expect.stringMatching(/^DH-411003-20261124-\d{4}$/),
    });
    expect(draft.commands).toEqual(['submit', 'cancel']);
    const { id } = draft;
    const submitted = await world.must('manager', id, 'submit');
    expect(submitted).toMatchObject({ state: 'submitted', raisedBecause: [] });
    expect((await world.see(id, 'safety')).commands).toEqual(expect.arrayContaining(['approve', 'return', 'reject']));
    expect((await world.see(id, 'head')).commands).not.toContain('approve');
    expect((await world.must('safety', id, 'approve', { comment: '同意' })).state).toBe('submitted');
    expect((await world.must('head', id, 'approve')).state).toBe('approved');
    expect((await world.must('head', id, 'issue')).state).toBe('issued');
    expect(await reasons(world.give('watcher', id, 'start'))).toEqual(['permit.watch-off', 'permit.measures-open']);
    await world.must('watcher', id, 'measures', await world.ticks(id));
    await world.must('watcher', id, 'fire-watch-on', { ...PLACE });
    expect((await world.must('watcher', id, 'start')).state).toBe('active');
    expect((await world.must('welderUser', id, 'suspend', { reason: '下雨' })).suspendReason).toBe('下雨');
    expect((await world.must('watcher', id, 'resume')).state).toBe('active');
    const finished = await world.must('watcher', id, 'finish');
    expect(finished).toMatchObject({ state: 'fire_watch', watchUntil: new Date(T0 + minutes(30)).toISOString() });
    world.clock.at = T0 + minutes(30) - 1;
    expect(await outcome(world.give('watcher', id, 'close', { residualFire: false }))).toBe(
      'conflict permit.not-ready',
    );
    world.clock.at = T0 + minutes(30);
    expect(await world.must('watcher', id, 'close', { residualFire: false, note: '无残火' })).toMatchObject({
      state: 'closed',
      commands: [],
    });
  });
});
