import { setTimeout as sleep } from 'node:timers/promises';
import { EndDueJobs } from '../../../src/modules/jobs/end-due-jobs';
import { ChangeDraft } from '../../../src/modules/permits/draft/change-draft';
import type { CreatePermitRequest } from '../../../src/modules/permits/draft/draft.dto';
import { ExtendPermit } from '../../../src/modules/permits/draft/extend-permit';
import { PermitStore } from '../../../src/modules/permits/permit.store';
import { systemScope } from '../../../src/platform/database/scope';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work';
import { HOUR, SECOND } from '../../../src/kernel/time';
import { chipsIn, type Chip } from './chips';
import { minutes, must, outcome, PermitWorld, PLACE, reasons, T0, type Role } from './permit-world';

let world: PermitWorld;
beforeAll(async () => {
  world = await PermitWorld.open();
});
afterAll(() => world?.close());
beforeEach(async () => {
  world.clock.at = T0;
  await world.sql(`update jobs set state = 'finished', ended_at = now() where state in ('reserved', 'running')`);
  await world.sql(`update permits set watcher_id = null, state = 'cancelled' where state <> 'closed'`);
});

const iso = (at: number): string => new Date(at).toISOString();
const END = T0 + 4 * HOUR;
const extend = (id: string, to: number, by: Role = 'manager') =>
  world.get(ExtendPermit).execute(world.asked(by), id, { plannedEnd: iso(to), submit: true });

/** Signed by both and issued. */
async function issue(id: string): Promise<void> {
  await world.must('safety', id, 'approve');
  await world.must('head', id, 'approve');
  await world.must('head', id, 'issue');
}

const { machineWithChip, heard, running, power } = chipsIn(() => world);
const jobs = (permitId: string) =>
  world.sql<{ id: string; state: string; end_reason: string | null; work_until: number; started_by: string }>(
    'select id, state, end_reason, work_until, started_by from jobs where permit_id = $1 order by id',
    [permitId],
  );
const locks = ({ chipNo }: Chip) =>
  world.sql(`select id from chip_commands where chip_no = $1 and kind = 'lock'`, [chipNo]);
const tick = async (ms: number): Promise<void> => {
  world.clock.at += ms;
  await world.get(EndDueJobs).execute(world.clock.at);
  await world.look();
};

describe('D7 an extension is more time for the same work', () => {
  const draftOf = async (id: string): Promise<string> =>
    must(await world.get(ExtendPermit).execute(world.asked('manager'), id, { plannedEnd: iso(END + HOUR) })).id;
  const inTime = { plannedStart: undefined, plannedEnd: iso(END + HOUR) };
  const PLACE_OF_WORK = { name: '测试车间', ...PLACE };

  it.each<[string, Partial<CreatePermitRequest>, string]>([
    ['other people', { welderIds: ['W1', 'W2'] }, 'allowed'],
    ['an end that comes later still', { plannedEnd: iso(END + 2 * HOUR) }, 'allowed'],
    ['another place', { place: { ...PLACE_OF_WORK, lat: PLACE.lat + 0.01 } }, 'invalid permit.extension-other-work'],
    ['a wider place', { place: { ...PLACE_OF_WORK, radiusM: 300 } }, 'invalid permit.extension-other-work'],
    ['another content', { content: '切割油罐' }, 'invalid permit.extension-other-work'],
    ['another method', { method: '气割' }, 'invalid permit.extension-other-work'],
  ])('%s', async (_, change, expected) => {
    const original = await world.upTo('active');
    const asked = world.request({ ...inTime, ...change });
    const extension = await draftOf(original);
    expect(await outcome(world.get(ChangeDraft).execute(world.asked('manager'), extension, null, asked))).toBe(
      expected,
    );
  });
});

describe('asking for more time', () => {
  it('makes a new permit that is linked to the old one', async () => {
    const id = await world.upTo('active');
    world.clock.at = T0 + 3 * HOUR;
    const extension = must(await extend(id, END + HOUR));
    expect(extension).toMatchObject({
      state: 'submitted',
      extendsId: id,
      plannedStart: iso(T0 + 3 * HOUR),
      plannedEnd: iso(END + HOUR),
      welders: [{ id: 'W1' }],
      fireWatch: { id: 'watcher' },
    });
    expect((await world.see(id)).extendedById).toBe(extension.id);
    expect(await outcome(extend(id, END + 2 * HOUR))).toBe('conflict permit.extended-already');
  });

  it.each([
    ['no longer than before', END, 'invalid permit.extension-too-short'],
    ['a millisecond longer', END + 1, 'allowed'],
    ['eight hours from now', T0 + HOUR + 8 * HOUR, 'allowed'],
    ['a millisecond more', T0 + HOUR + 8 * HOUR + 1, 'invalid permit.too-long'],
  ])('%s', async (_, to, expected) => {
    const id = await world.upTo('active');
    world.clock.at = T0 + HOUR;
    expect(await outcome(extend(id, to))).toBe(expected);
  });

  it('holds the permit that it extends, too: whoever works on that one is waited for', async () => {
    const id = await world.upTo('active');
    const extension = must(await extend(id, END + HOUR));
    const uow = world.get(UnitOfWork);
    const order: string[] = [];
    let second: Promise<void> | undefined;
    await uow.run(systemScope('first'), async (tx) => {
      await world.get(PermitStore).lock(tx, id, T0);
      second = uow.run(systemScope('second'), async (other) => {
        await world.get(PermitStore).lock(other, extension.id, T0);
        order.push('second');
      });
      await sleep(300);
      order.push('first');
    });
    await second;
    expect(order).toEqual(['first', 'second']);
  });

  it('only before the end, and only of what was issued', async () => {
    const submitted = await world.upTo('submitted');
    expect(await outcome(extend(submitted, END + HOUR))).toBe('conflict permit.not-extendable');
    const id = await world.upTo('active');
    world.clock.at = END;
    expect(await outcome(extend(id, END + HOUR))).toBe('conflict permit.not-extendable');
    expect(await outcome(extend(id, END + HOUR, 'stranger'))).toBe('not-found permit.not-found');
  });

  it('one that was refused may be asked for again', async () => {
    const id = await world.upTo('active');
    const first = must(await extend(id, END + HOUR));
    await world.must('safety', first.id, 'reject', { reason: '先停工' });
    expect(await outcome(extend(id, END + HOUR))).toBe('allowed');
  });
});

describe('issued in time, work goes on without a gap', () => {
  it('watch, ticks and running jobs pass over; the chip gets a token of the new job before the old one is locked', async () => {
    const chip = await machineWithChip();
    const id = await world.upTo('active');
    const old = await running(chip, id);
    world.clock.at = T0 + 3 * HOUR;
    await world.must('watcher', id, 'watch-tap');
    const extension = must(await extend(id, END + 2 * HOUR));
    await heard(chip);
    await issue(extension.id);

    expect(await world.see(extension.id)).toMatchObject({
      state: 'active',
      watchOnAt: iso(T0),
      fireWatch: { id: 'watcher' },
    });
    expect((await world.see(extension.id)).measures.every(({ confirmed }) => confirmed)).toBe(true);
    expect(await jobs(id)).toMatchObject([{ id: old, state: 'finished', end_reason: 'handover' }]);
    const [next] = await jobs(extension.id);
    expect(next).toMatchObject({ state: 'reserved', started_by: 'welderUser', work_until: END + 2 * HOUR });
    expect(await locks(chip)).toEqual([]);
    await power(chip);
    expect(await jobs(extension.id)).toMatchObject([{ state: 'running' }]);

    // nothing is left under the old permit: it is closed, and says where the work went
    expect(await world.see(id)).toMatchObject({ state: 'closed', extendedById: extension.id });
    await tick(minutes(59));
    expect(await outcome(world.give('watcher', extension.id, 'watch-tap'))).toBe('allowed');
    await tick(minutes(30));
    expect(await jobs(extension.id)).toMatchObject([{ state: 'running' }]);
    expect(await locks(chip)).toEqual([]);
    expect(await world.must('watcher', extension.id, 'finish')).toMatchObject({ state: 'fire_watch' });
  });

  it('a job whose chip is silent stays, and follows as soon as it is heard', async () => {
    const chip = await machineWithChip();
    const id = await world.upTo('active');
    const old = await running(chip, id);
    world.clock.at = T0 + minutes(50);
    const extension = must(await extend(id, END + 2 * HOUR));
    await issue(extension.id);
    expect(await jobs(id)).toMatchObject([{ id: old, state: 'running' }]);
    expect(await world.see(id)).toMatchObject({ state: 'active' });
    await tick(SECOND);
    await tick(SECOND);
    expect(await jobs(extension.id)).toEqual([]);
    expect(await world.sql(`select 1 from decisions where permit_id = $1`, [extension.id])).toEqual([]);
    await heard(chip);
    await tick(SECOND);
    expect(await jobs(id)).toMatchObject([{ state: 'finished', end_reason: 'handover' }]);
    expect(await jobs(extension.id)).toMatchObject([{ state: 'reserved' }]);
    expect(await world.see(id)).toMatchObject({ state: 'closed' });
  });

  // authorisation would hand over until 180 s; power could drop in the middle of a weld
  it.each([
    ['for 30 s, three reports: goes on', 30 * SECOND, [{ state: 'finished', end_reason: 'handover' }], 'reserved'],
    ['one ms longer: stays', 30 * SECOND + 1, [{ state: 'running' }], undefined],
    ['for 3 min: stays', 180 * SECOND, [{ state: 'running' }], undefined],
  ])('a chip that was silent %s', async (_, silent, before, after) => {
    const chip = await machineWithChip();
    const id = await world.upTo('active');
    await running(chip, id);
    world.clock.at = T0 + minutes(50);
    const extension = must(await extend(id, END + 2 * HOUR));
    await heard(chip);
    world.clock.at += silent;
    await issue(extension.id);
    expect(await jobs(id)).toMatchObject(before);
    expect((await jobs(extension.id)).map(({ state }) => state)).toEqual(after ? [after] : []);
    expect(await locks(chip)).toEqual([]);
  });

  it('a job that never could ends with its own permit', async () => {
    const chip = await machineWithChip();
    const id = await world.upTo('active');
    await running(chip, id);
    await world.sql(`update jobs set idle_limit_s = 100000 where permit_id = $1`, [id]);
    world.clock.at = T0 + minutes(50);
    const extension = must(await extend(id, END + 2 * HOUR));
    await issue(extension.id);
    await world.must('watcher', extension.id, 'watch-tap');
    world.clock.at = END - SECOND;
    await tick(SECOND);
    expect(await jobs(id)).toMatchObject([{ state: 'stopped', end_reason: 'permit-expired' }]);
    expect(await world.see(id)).toMatchObject({ state: 'closed' });
  });

  it('a permit under which nothing runs is closed at once', async () => {
    const id = await world.upTo('active');
    const extension = must(await extend(id, END + HOUR));
    await issue(extension.id);
    expect(await world.see(id)).toMatchObject({ state: 'closed' });
    expect((await world.see(id)).history.at(-1)).toMatchObject({ command: 'hand-over', toState: 'closed' });
  });
});

describe('not issued in time, or at another level', () => {
  it('after the end it is a permit like any other', async () => {
    const id = await world.upTo('active');
    world.clock.at = T0 + 3 * HOUR;
    const extension = must(await extend(id, END + 2 * HOUR));
    world.clock.at = END;
    await issue(extension.id);
    expect(await world.see(extension.id)).toMatchObject({ state: 'issued' });
    expect((await world.see(id)).state).toBe('expired');
    // the same watcher may go on to the same point
    expect(await outcome(world.give('watcher', extension.id, 'fire-watch-on'))).toBe('allowed');
  });

  it('a suspended original hands nothing over', async () => {
    const id = await world.upTo('suspended');
    const extension = must(await extend(id, END + HOUR));
    await issue(extension.id);
    expect(await world.see(extension.id)).toMatchObject({ state: 'issued' });
    expect(await world.see(id)).toMatchObject({ state: 'suspended' });
  });

  it('raised by the night that it reaches, it is made ready anew, and takes over when it is started', async () => {
    await world.user('manager2', { roles: ['enterprise-manager'], enterpriseId: 'E1' });
    const manager2 = world.caller('manager2', { roles: ['enterprise-manager'], enterpriseId: 'E1' });
    world.clock.at = Date.parse('2026-11-24T08:00:00Z'); // 16:00 in China
    const reading = (): { sampledAt: string; readings: { gas: string; value: number; unit: '%vol' }[] } => ({
      sampledAt: iso(world.clock.at),
      readings: [{ gas: 'methane', value: 0.1, unit: '%vol' }],
    });
    const draft = await world.create({ regime: 'chemical', level: 'second', gases: ['methane'] });
    await world.must('manager', draft.id, 'submit');
    await world.signOnSite(manager2, draft.id);
    await world.must(manager2, draft.id, 'issue');
    await world.must('watcher', draft.id, 'fire-watch-on');
    await world.must('watcher', draft.id, 'measures', await world.ticks(draft.id));
    await world.must('watcher', draft.id, 'gas-test', reading());
    await world.must('watcher', draft.id, 'start');
    world.clock.at += 3 * HOUR;
    await world.must('watcher', draft.id, 'watch-tap');
    const extension = must(await extend(draft.id, world.clock.at + 4 * HOUR)); // until 23:00
    expect(extension).toMatchObject({ level: 'first', raisedBecause: ['night'] });
    await world.signOnSite('safety', extension.id);
    await world.must('safety', extension.id, 'issue');
    expect(await world.see(extension.id)).toMatchObject({ state: 'issued' });
    expect(await reasons(world.give('watcher', extension.id, 'start'))).toEqual([
      'permit.watch-off',
      'permit.measures-open',
      'permit.gas-test-missing',
    ]);
    await world.must('watcher', extension.id, 'fire-watch-on');
    expect(await world.see(draft.id)).toMatchObject({ state: 'active', watchOnAt: expect.any(String) });
    await world.must('watcher', extension.id, 'measures', await world.ticks(extension.id));
    await world.must('watcher', extension.id, 'gas-test', reading());
    expect(await world.must('watcher', extension.id, 'start')).toMatchObject({ state: 'active' });
    expect(await world.see(draft.id)).toMatchObject({ state: 'closed' });
  });
});
