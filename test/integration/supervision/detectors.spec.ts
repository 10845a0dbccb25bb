import type { ChipFault } from '../../../src/domain/violations/chip-faults';
import { HOUR, MINUTE, SECOND } from '../../../src/kernel/time';
import { TakeInMachines, type NewMachine } from '../../../src/modules/registry/bulk/take-in-machines';
import { RaiseChipSignals } from '../../../src/modules/supervision/raise-chip-signals';
import { WatchFaults } from '../../../src/modules/supervision/watch-faults';
import { systemScope } from '../../../src/platform/database/scope';
import { metresNorth, PLACE, T0 } from '../../domain/authorization/perfect-facts';
import type { Pair } from '../jobs/job-world';
import { SupervisionWorld } from './supervision-world';

let world: SupervisionWorld;
beforeAll(async () => {
  world = await SupervisionWorld.open();
});
beforeEach(async () => {
  await world.forget();
  // earlier tests' jobs lie a day back, where no detector looks for fresh ones
  await world.sql(`update jobs set state = 'finished', reserved_at = $1, running_at = $1, ended_at = $1`, [
    new Date(T0 - 24 * HOUR),
  ]);
});
afterAll(() => world?.close());

const look = (at = world.jobs.clock.at): Promise<void> => world.get(WatchFaults).execute(at);

async function signal(
  pair: Pick<Pair, 'chipNo'>,
  reason: ChipFault,
  more: { machineId?: string | null; at?: number; jobId?: string } = {},
): Promise<void> {
  await world.jobs.db.uow.run(systemScope('test'), (tx) =>
    world
      .get(RaiseChipSignals)
      .execute(tx, [{ chipNo: pair.chipNo, machineId: null, reason, at: T0, boot: 7, seq: 3, ...more }], T0),
  );
}

describe('what a chip’s behaviour tells', () => {
  it.each([
    ['tamper-open', 'chip-tampered', 'provisional'],
    ['lower-boot', 'chip-tampered', 'confirmed'],
    ['takeover', 'chip-tampered', 'provisional'],
    ['mains-without-relay', 'modified-machine', 'provisional'],
  ] as const)('%s raises %s', async (reason, kind, certainty) => {
    const pair = await world.jobs.pair();
    await signal(pair, reason);
    expect(await world.violations()).toMatchObject([
      {
        kind,
        certainty,
        chip_no: pair.chipNo,
        machine_id: pair.machineId,
        enterprise_id: 'E1',
        evidence: { reason, boot: 7, seq: 3 },
      },
    ]);
  });

  it('once per cause, however many ways it shows', async () => {
    const pair = await world.jobs.pair();
    for (const reason of ['tamper-open', 'moved', 'digest-conflict'] as const) await signal(pair, reason);
    expect(await world.violations()).toMatchObject([{ kind: 'chip-tampered', occurrences: 3, certainty: 'confirmed' }]);
    await signal(await world.jobs.pair(), 'tamper-open');
    expect(await world.violations()).toHaveLength(2);
  });

  it('silence is told at once to those who watch the region and the enterprise', async () => {
    const pair = await world.jobs.pair();
    const jobId = await world.jobs.running(pair);
    await signal(pair, 'silent', { jobId, machineId: pair.machineId });
    expect(await world.violations()).toMatchObject([{ kind: 'chip-silent', job_id: jobId }]);
    expect(await world.events('chip.silent')).toMatchObject([
      {
        entity_id: pair.chipNo,
        region_code: '411003',
        enterprise_ids: ['E1'],
        data: { jobId, machineId: pair.machineId },
      },
    ]);
  });

  it('an alert of silence stays when the chip speaks again: nothing is explained by that (truth.spec.ts)', async () => {
    const pair = await world.jobs.pair();
    await signal(pair, 'silent');
    await world.sql('update chip_states set last_seen_at = $2 where chip_no = $1', [pair.chipNo, new Date(T0 + 1)]);
    await look();
    expect(await world.violations()).toMatchObject([{ state: 'open', certainty: 'provisional' }]);
  });

  it('one that happened before, or that somebody has in hand, is left to people', async () => {
    const [twice, taken] = [await world.jobs.pair(), await world.jobs.pair()];
    for (const pair of [twice, twice, taken]) await signal(pair, 'silent');
    await world.sql(`update violations set state = 'assigned' where chip_no = $1`, [taken.chipNo]);
    await world.sql('update chip_states set last_seen_at = $1', [new Date(T0 + 1)]);
    await look();
    expect((await world.violations()).map(({ state }) => state).sort()).toEqual(['assigned', 'open']);
  });
});

describe('远距离扫码', () => {
  // a machine that stands elsewhere is also outside its site: that is told beside it
  const remote = () => world.violations(`kind = 'remote-scan'`);

  async function scanned(metres: number, change: { at?: number; accuracyM?: number } = {}): Promise<string> {
    const pair = await world.jobs.pair();
    const jobId = await world.jobs.running(pair);
    const chip = metresNorth(metres);
    await world.sql('update chip_states set lat = $2, lng = $3, accuracy_m = $4, position_at = $5 where chip_no = $1', [
      pair.chipNo, chip.lat, chip.lng, change.accuracyM ?? 5, new Date(change.at ?? T0),
    ]); // prettier-ignore
    await world.sql('update jobs set lat = $2, lng = $3, accuracy_m = 5, reserved_at = $4 where id = $1', [
      jobId,
      PLACE.lat,
      PLACE.lng,
      new Date(T0),
    ]);
    await look();
    return jobId;
  }

  it('phone and chip 600 m apart: an alert, once', async () => {
    const jobId = await scanned(600);
    await look(T0 + SECOND);
    await look(T0 + 2 * SECOND);
    const [violation] = await remote();
    expect(violation).toMatchObject({
      kind: 'remote-scan',
      job_id: jobId,
      certainty: 'provisional',
      occurrences: 1,
      evidence: { distanceM: 600 },
    });
  });

  it.each([
    ['400 m apart', () => scanned(400)],
    ['600 m apart, but the chip’s position is rough', () => scanned(600, { accuracyM: 700 })],
    ['where the chip stood an hour before', () => scanned(600, { at: T0 - HOUR })],
    ['C17 carried a kilometre away after an honest start', () => scanned(1_100, { at: T0 + 2 * MINUTE })],
    ['C17 carried away within the first ten minutes', () => scanned(1_100, { at: T0 + MINUTE + 1 })],
  ])('%s: none', async (_, scan) => {
    await scan();
    expect(await remote()).toEqual([]);
  });

  it('does not come back after it was withdrawn', async () => {
    await scanned(600);
    await world.sql(`update violations set state = 'withdrawn'`);
    await look(T0 + SECOND);
    expect(await remote()).toMatchObject([{ state: 'withdrawn' }]);
  });
});

describe('冒用他人身份: one welder, two places', () => {
  const misuse = () => world.violations(`kind = 'identity-misuse'`);

  /** The same card is shown with another machine, `metres` away and `minutes` later: refused, the welder is at work. */
  async function shownElsewhere(metres: number, minutes: number) {
    const [here, there] = [await world.jobs.pair(), await world.jobs.pair()];
    const jobId = await world.jobs.running(here);
    world.jobs.clock.at = T0 + minutes * MINUTE;
    const second = await world.jobs.start(there, {
      welder: world.jobs.watcher,
      welderCode: here.welderCode,
      ...metresNorth(metres),
    });
    expect(second.ok).toBe(false);
    await look();
    await look();
    return { here, there, jobId };
  }

  it('a card shown 30 km away ten minutes later: one suspicion, with both places', async () => {
    const { here, there, jobId } = await shownElsewhere(30_000, 10);
    expect(await misuse()).toMatchObject([
      {
        grade: 'alert',
        certainty: 'provisional',
        welder_id: here.welderId,
        machine_id: null,
        job_id: jobId,
        occurrences: 1,
        evidence: {
          reason: 'two-places',
          firstMachine: here.machineCode,
          secondMachine: there.machineCode,
          minutesBetween: 10,
        },
      },
    ]);
  });

  it.each([
    ['a drive of twenty minutes', 30_000, 20],
    ['next door', 1_500, 0],
  ])('%s: none', async (_, metres, minutes) => {
    await shownElsewhere(metres, minutes);
    expect(await misuse()).toEqual([]);
  });

  it('four other people start with one card within a day: suspicious; three are not', async () => {
    const pair = await world.jobs.pair();
    const use = async (n: number): Promise<void> => {
      await world.sql(
        `insert into users (id, username, name, roles, enterprise_id, created_at) values ($1, $1, $2, '{fire-watcher}', 'E1', now())`,
        [`lender-${n}`, `开机人${n}`],
      );
      await world.sql(
        `insert into jobs (id, machine_id, control, welder_id, region_code, source, state, started_by, reserved_at, work_until, idle_limit_s)
         values ($1, $2, 'cut', $3, '411003', 'online', 'finished', $4, $5, $5, 0)`,
        [`J-lent-${n}`, pair.machineId, pair.welderId, `lender-${n}`, new Date(T0 - n * MINUTE)],
      );
    };
    for (const n of [1, 2, 3]) await use(n);
    await look();
    expect(await misuse()).toEqual([]);
    await use(4);
    await look();
    expect(await misuse()).toMatchObject([
      {
        welder_id: pair.welderId,
        evidence: { reason: 'card-shared', starters: 4, starterNames: '开机人1、开机人2、开机人3、开机人4' },
      },
    ]);
  });
});

describe('报废、丢失设备再次出现: a clue, no offence', () => {
  const clues = () => world.violations(`kind = 'unregistered-machine'`);
  const gone = (machineId: string, status: 'lost' | 'scrapped') =>
    world.sql('update machines set status = $2, out_since = $3 where id = $1', [
      machineId,
      status,
      new Date(T0 - HOUR),
    ]);
  beforeEach(() =>
    world.sql(`update machines set created_at = $1, status = 'in-service'`, [new Date(T0 - 30 * 24 * HOUR)]),
  );

  afterEach(() => world.sql(`update machines set status = 'in-service'`));

  it.each(['lost', 'scrapped'] as const)('the code of a %s machine is scanned: once, however often', async (status) => {
    const pair = await world.jobs.pair();
    await gone(pair.machineId, status);
    await world.sql('update chip_states set last_seen_at = $1', [new Date(T0 - 2 * HOUR)]);
    for (let n = 0; n < 2; n++) expect((await world.jobs.start(pair)).ok).toBe(false);
    await look();
    await look();
    expect(await clues()).toMatchObject([
      {
        grade: 'alert',
        certainty: 'provisional',
        machine_id: pair.machineId,
        evidence: { reason: status, goneSign: 'scanned' },
      },
    ]);
  });

  it.each([
    ['of the same model and number', 'ZX7-400', 'AB-12 345', 1],
    ['of another model', 'ZX7-500', 'AB-12 345', 0],
    ['of another number', 'ZX7-400', 'AB-12 346', 0],
  ])('a machine %s is registered: %#', async (_, model, serial, n) => {
    const [old, bought] = [await world.jobs.pair(), await world.jobs.pair()];
    await world.sql(`update machines set serial_number = 'ab12345' where id = $1`, [old.machineId]);
    await gone(old.machineId, 'scrapped');
    await world.sql(`update machines set model = $2, serial_number = $3, enterprise_id = 'E2', created_at = $4 where id = $1`, [
      bought.machineId, model, serial, new Date(T0 - MINUTE),
    ]); // prettier-ignore
    await look();
    const found = await clues();
    expect(found).toHaveLength(n);
    if (n > 0)
      expect(found).toMatchObject([
        { machine_id: old.machineId, evidence: { goneSign: 'registered', newCode: bought.machineCode } },
      ]);
    await world.sql('update machines set serial_number = null where id = any($1)', [[old.machineId, bought.machineId]]);
  });

  it('a machine of the same number comes in by a list', async () => {
    const old = await world.jobs.pair();
    await world.sql(`update machines set serial_number = 'ab77345' where id = $1`, [old.machineId]);
    await gone(old.machineId, 'lost');
    const draft: NewMachine = {
      ...{ serialNumber: 'AB-77 345', model: 'ZX7-400', process: 'MMA', control: 'cut', automatic: false, outlets: 1 },
      ...{ ratedCurrentA: null, enterpriseId: 'E2', ownerWelderId: null, regionCode: '411003', inspectionDueOn: null, warnings: [], externalCode: null },
    }; // prettier-ignore
    const actor = { userId: 'U-importer', name: '导入', address: null };
    const [id] = await world.jobs.db.uow.run(systemScope('test'), (tx) =>
      world.get(TakeInMachines).execute(tx, { actor, at: T0 - MINUTE }, [draft]),
    );
    const [imported] = await world.sql<{ code: string }>('select code from machines where id = $1', [id]);
    await look();
    expect(await clues()).toMatchObject([
      { machine_id: old.machineId, evidence: { reason: 'lost', goneSign: 'registered', newCode: imported!.code } },
    ]);
    await world.sql('update machines set serial_number = null where id = any($1)', [[old.machineId, id]]);
  });

  it('the chip of a lost machine sits on another one; a chip that was moved before it was lost says nothing', async () => {
    const [lost, moved, onto, other] = [await world.jobs.pair(), await world.jobs.pair(), await world.jobs.pair(), await world.jobs.pair()]; // prettier-ignore
    const fitted = async (from: Pair, to: Pair, off: number): Promise<void> => {
      await world.sql('update chip_bindings set unbound_at = $2 where chip_no = $1', [from.chipNo, new Date(off)]);
      await world.sql('update chip_bindings set unbound_at = $2 where chip_no = $1', [to.chipNo, new Date(off)]);
      await world.sql(`insert into chip_bindings (id, chip_no, machine_id, bound_at) values ($1 || '-again', $1, $2, $3)`, [from.chipNo, to.machineId, new Date(T0 - MINUTE)]); // prettier-ignore
    };
    for (const { machineId } of [lost, moved]) await gone(machineId, 'lost');
    await world.sql('update chip_states set last_seen_at = $1', [new Date(T0 - 2 * HOUR)]);
    await fitted(lost, onto, T0 - 30 * MINUTE);
    await fitted(moved, other, T0 - 2 * HOUR);
    await look();
    expect(await clues()).toMatchObject([
      { machine_id: lost.machineId, evidence: { goneSign: 'chip-fitted', newCode: onto.machineCode } },
    ]);
  });

  it('the chip of a lost machine is heard again, and where; one that was silent since says nothing', async () => {
    const [heard, silent] = [await world.jobs.pair(), await world.jobs.pair()];
    for (const { machineId } of [heard, silent]) await gone(machineId, 'lost');
    await world.sql('update chip_states set last_seen_at = $1', [new Date(T0 - 2 * HOUR)]);
    await world.sql('update chip_states set last_seen_at = $2, lat = 34.2, lng = 113.9 where chip_no = $1', [
      heard.chipNo,
      new Date(T0),
    ]);
    await look();
    expect(await clues()).toMatchObject([
      { machine_id: heard.machineId, lat: 34.2, lng: 113.9, evidence: { goneSign: 'chip-heard' } },
    ]);
  });
});

describe('离开许可地点作业', () => {
  async function carried(metres: number, change: { at?: number; accuracyM?: number } = {}): Promise<string> {
    const pair = await world.jobs.pair();
    const jobId = await world.jobs.running(pair);
    const chip = metresNorth(metres);
    await world.sql('update chip_states set lat = $2, lng = $3, accuracy_m = $4, position_at = $5 where chip_no = $1', [
      pair.chipNo,
      chip.lat,
      chip.lng,
      change.accuracyM ?? 0,
      new Date(change.at ?? T0 + MINUTE),
    ]);
    await world.sql('update jobs set lat = null, lng = null where id = $1', [jobId]);
    await look(T0 + MINUTE);
    return jobId;
  }

  it('a machine carried 200 m away from a place of 100 m: an alert, once for the job', async () => {
    const jobId = await carried(200);
    await look(T0 + 2 * MINUTE);
    expect(await world.violations()).toMatchObject([
      { kind: 'outside-site', job_id: jobId, occurrences: 1, certainty: 'provisional', evidence: { metresAway: 200 } },
    ]);
  });

  it.each([
    ['99 m away', () => carried(99)],
    ['200 m away, as roughly as that', () => carried(200, { accuracyM: 101 })],
    ['where it stood before the job', () => carried(200, { at: T0 - MINUTE })],
  ])('%s: none', async (_, carry) => {
    await carry();
    expect(await world.violations()).toEqual([]);
  });
});

describe('超长时间作业', () => {
  it('a job without chip that runs for more than a day', async () => {
    const pair = await world.jobs.pair({ control: 'code-only', process: 'GAS' });
    const jobId = await world.jobs.running(pair).catch(async () => {
      await world.sql(
        `insert into jobs (id, machine_id, control, welder_id, region_code, source, state, reserved_at, running_at, work_until, idle_limit_s)
         values ('J-GAS', $1, 'code-only', $2, '411003', 'paper', 'running', $3, $3, $3, 0)`,
        [pair.machineId, pair.welderId, new Date(T0)],
      );
      return 'J-GAS';
    });
    await world.sql('update jobs set reserved_at = $2, running_at = $2 where id = $1', [jobId, new Date(T0)]);
    await look(T0 + 24 * HOUR);
    expect(await world.violations()).toEqual([]);
    await look(T0 + 24 * HOUR + 1);
    await look(T0 + 25 * HOUR);
    expect(await world.violations()).toMatchObject([{ kind: 'overlong', job_id: jobId, occurrences: 1 }]);
  });
});

describe('the loop itself', () => {
  it('two processes that look at once count a fault once', async () => {
    const pair = await world.jobs.pair();
    const jobId = await world.jobs.running(pair);
    await world.sql('update jobs set reserved_at = $2, running_at = $2 where id = $1', [jobId, new Date(T0)]);
    await Promise.all([1, 2, 3].map(() => look(T0 + 30 * HOUR)));
    expect(await world.violations(`kind = 'overlong'`)).toMatchObject([{ occurrences: 1 }]);
  });
});
