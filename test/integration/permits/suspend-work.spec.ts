import { EndDueJobs } from '../../../src/modules/jobs/end-due-jobs';
import { StartJob } from '../../../src/modules/jobs/start-job';
import { HOUR, SECOND } from '../../../src/kernel/time';
import { chipsIn } from './chips';
import { minutes, must, outcome, PermitWorld, PLACE, T0 } from './permit-world';

let world: PermitWorld;
beforeAll(async () => {
  world = await PermitWorld.open();
  await world.user('manager2', { roles: ['enterprise-manager'], enterpriseId: 'E1' });
});
afterAll(() => world?.close());
beforeEach(async () => {
  world.clock.at = T0;
  await world.sql(`update jobs set state = 'finished', ended_at = now() where state in ('reserved', 'running')`);
  await world.sql(`update permits set watcher_id = null, state = 'cancelled' where state <> 'closed'`);
});

const { machineWithChip, running, heard } = chipsIn(() => world);
const reading = (value: number) => ({
  sampledAt: new Date(world.clock.at).toISOString(),
  readings: [{ gas: 'methane', value, unit: '%vol' as const }],
});
/** Both clocks of the platform look, a second later. */
async function aSecond(): Promise<void> {
  world.clock.at += SECOND;
  await world.look();
  await world.get(EndDueJobs).execute(world.clock.at);
}
const job = async (id: string): Promise<unknown> =>
  (await world.sql('select state, end_reason from jobs where id = $1', [id]))[0];
const locks = (chipNo: string) =>
  world.sql<{ reason: string }>(
    `select payload ->> 'reason' as reason from chip_commands where chip_no = $1 and kind = 'lock'`,
    [chipNo],
  );

describe('whatever suspends a permit takes the power away', () => {
  it('a gas reading that did not come, measured all the time', async () => {
    const chip = await machineWithChip();
    const end = new Date(T0 + 4 * HOUR).toISOString();
    const { id } = await world.create({ regime: 'chemical', level: 'special', gases: ['methane'], plannedEnd: end });
    await world.must('manager', id, 'submit');
    await world.signOnSite('safety', id);
    await world.signOnSite('head', id);
    await world.must('head', id, 'issue');
    await world.must('watcher', id, 'fire-watch-on');
    await world.must('watcher', id, 'measures', await world.ticks(id));
    await world.must('watcher', id, 'gas-test', reading(0.1));
    await world.must('watcher', id, 'start');
    const burning = await running(chip, id);
    world.clock.at = T0 + minutes(15) - SECOND;
    await aSecond();
    expect(await job(burning)).toEqual({ state: 'running', end_reason: null });
    await aSecond();
    expect(await world.see(id)).toMatchObject({ state: 'suspended' });
    expect(await job(burning)).toEqual({ state: 'stopped', end_reason: 'permit-suspended' });
    expect(await locks(chip.chipNo)).toEqual([{ reason: 'permit-suspended' }]);
  });

  it.each([
    ['somebody concerned', 'welderUser', 'suspend', { reason: '有火星' }, 'permit-suspended'],
    ['the authority', 'regulator', 'suspend', { reason: '停工' }, 'permit-suspended'],
    ['the watcher leaves', 'watcher', 'fire-watch-off', {}, 'watcher-gone'],
    ['a test that failed', 'safety', 'gas-test', null, 'gas-test-failed'],
    ['the work is finished', 'watcher', 'finish', {}, 'permit-closed'],
  ] as const)('%s', async (_, by, command, body, reason) => {
    const chip = await machineWithChip();
    const id = await world.upTo('active');
    const burning = await running(chip, id);
    await world.must(by, id, command, body ?? reading(2));
    await aSecond();
    expect(await job(burning)).toEqual({ state: 'stopped', end_reason: reason });
    expect(await locks(chip.chipNo)).toEqual([{ reason }]);
  });

  it('and nothing starts until it goes on', async () => {
    const chip = await machineWithChip();
    const id = await world.upTo('suspended');
    await heard(chip);
    const request = { machineCode: chip.machineCode, permitId: id, ...PLACE, accuracyM: 5 };
    const start = () => world.get(StartJob).execute(world.asked('welderUser'), request);
    expect(await outcome(start())).toBe('forbidden job.refused');
    await world.must('watcher', id, 'resume');
    expect(must(await start()).state).toBe('reserved');
  });
});
