import { oneTimeCode } from '../../../src/domain/jobs/one-time-code';
import { HOUR, MINUTE } from '../../../src/kernel/time';
import { T0 } from '../../domain/authorization/perfect-facts';
import { codesOf, JobWorld, SECRET_HEX, type Pair } from './job-world';

let world: JobWorld;
beforeAll(async () => {
  world = await JobWorld.open();
}, 120_000);
afterAll(() => world.close());
beforeEach(() => {
  world.clock.at = T0;
});

const ask = (pair: Pair, welder = pair.welder) =>
  world.offlineCode.execute(world.asked(welder, 'en'), {
    machineCode: pair.machineCode,
    permitId: pair.permitId,
    lat: 34.12,
    lng: 113.82,
  });
/** With a chip that is not heard: for others there is no code. */
const silentPair = async (): Promise<Pair> => {
  const pair = await world.pair();
  await silent(pair);
  return pair;
};
const endAt = (pair: Pair, end: number) =>
  world.sql('update permits set planned_end = $2 where id = $1', [pair.permitId, new Date(end)]);
const silent = (pair: Pair) =>
  world.sql('update chip_states set last_seen_at = null where chip_no = $1', [pair.chipNo]);

describe('a one-time code', () => {
  it('is what the chip computes, for the whole hours that are left', async () => {
    const pair = await silentPair();
    await endAt(pair, T0 + 3 * HOUR + 20 * MINUTE);
    const answer = await ask(pair);
    expect(answer).toEqual({
      ok: true,
      value: {
        code: oneTimeCode(Buffer.from(SECRET_HEX, 'hex'), 3, 0),
        counter: 0,
        validUntil: new Date(T0 + 20 * MINUTE).toISOString(),
      },
    });
    const [kept] = await world.sql<{ code_sealed: string }>(
      'select code_sealed from offline_codes where chip_no = $1',
      [pair.chipNo],
    );
    expect(kept?.code_sealed).toMatch(/^k1\./);
    const trail = JSON.stringify(await world.sql('select * from audit_entries'));
    expect(trail).not.toContain(answer.ok ? answer.value.code : '');
  });

  it('stays the same until it runs out, then the next one comes', async () => {
    const pair = await silentPair();
    await endAt(pair, T0 + 3 * HOUR + 20 * MINUTE);
    const first = await ask(pair);
    world.clock.at = T0 + 20 * MINUTE - 1;
    expect(await ask(pair)).toEqual(first);
    world.clock.at = T0 + 20 * MINUTE + 1;
    expect(await ask(pair)).toMatchObject({ ok: true, value: { counter: 1 } });
  });

  it.each([
    ['one hour', HOUR, true],
    ['a ms less', HOUR - 1, false],
  ])('with %s left: %s', async (_, left, given) => {
    const pair = await silentPair();
    await endAt(pair, T0 + left);
    expect(await ask(pair)).toMatchObject(
      given ? { ok: true } : { ok: false, refusal: { code: 'job.offline-too-short' } },
    );
  });

  it('is refused with all findings like a start, but not because the chip has no network', async () => {
    const pair = await silentPair();
    await world.sql('delete from certificates where welder_id = $1', [pair.welderId]);
    expect(codesOf(await ask(pair))).toEqual(['certificate.missing', 'welder.identity-unconfirmed']);
  });

  it('begins where the chip counts on', async () => {
    const pair = await silentPair();
    await world.sql('update chip_states set hotp = 12 where chip_no = $1', [pair.chipNo]);
    expect(await ask(pair)).toMatchObject({ ok: true, value: { counter: 12 } });
  });

  it('ten may be out, the eleventh is refused', async () => {
    const pair = await silentPair();
    for (let n = 0; n < 11; n += 1) {
      const { welder, welderId } = await world.welder();
      await world.sql('insert into permit_welders (permit_id, welder_id) values ($1, $2)', [pair.permitId, welderId]);
      const answer = await ask(pair, welder);
      expect(answer).toMatchObject(
        n < 10 ? { ok: true, value: { counter: n } } : { ok: false, refusal: { code: 'job.offline-too-many' } },
      );
    }
  });

  it('is not for machines that no chip switches', async () => {
    const pair = await world.pair({ control: 'code-only', process: 'GAS' });
    expect(await ask(pair)).toMatchObject({ ok: false, refusal: { code: 'job.offline-no-chip' } });
  });

  it('asked for by many at once: one counter each', async () => {
    const pair = await silentPair();
    const welders = await Promise.all(Array.from({ length: 8 }, () => world.welder()));
    await world.sql('insert into permit_welders (permit_id, welder_id) select $1, unnest($2::text[])', [
      pair.permitId,
      welders.map(({ welderId }) => welderId),
    ]);
    const answers = await Promise.all(welders.map(({ welder }) => ask(pair, welder)));
    const counters = answers.map((answer) => (answer.ok ? answer.value.counter : -1));
    expect(counters.sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });
});

describe('a chip reports that it was unlocked by a code', () => {
  const unlocked = (pair: Pair, jobId: string, change: { at?: number; counter?: number; hours?: number } = {}) =>
    world.observe(pair, {
      relay: 'closed',
      offlineUnlocks: [
        {
          jobId,
          boot: 7,
          up: 60_000,
          clocked: true,
          possible: null,
          at: T0 + 10 * MINUTE,
          counter: 0,
          hours: 3,
          ...change,
        },
      ],
    });
  const given = async (): Promise<Pair> => {
    const pair = await silentPair();
    await endAt(pair, T0 + 3 * HOUR + 20 * MINUTE);
    await ask(pair);
    world.clock.at = T0 + 10 * MINUTE;
    return pair;
  };
  const jobsOf = (pair: Pair) =>
    world.sql('select id, state, source, end_reason from jobs where machine_id = $1', [pair.machineId]);

  it('the job runs, under the code’s welder and permit, and keeps its power', async () => {
    const pair = await given();
    await unlocked(pair, 'OFF1');
    expect(await world.job('OFF1')).toMatchObject({
      state: 'running', source: 'offline', welder_id: pair.welderId, permit_id: pair.permitId, work_until: T0 + 10 * MINUTE + 3 * HOUR,
    }); // prettier-ignore
    expect(await world.commands(pair, 'lock')).toEqual([]);
    await unlocked(pair, 'OFF1');
    expect(await jobsOf(pair)).toHaveLength(1);
  });

  it('ends when its relay opens', async () => {
    const pair = await given();
    await unlocked(pair, 'OFF2');
    await world.observe(pair, { relay: 'open', at: T0 + 11 * MINUTE });
    expect(await world.ending('OFF2')).toBe('finished finished');
  });

  it.each([
    ['a code nobody was given', { counter: 5 }],
    ['other hours than the code was for', { hours: 8 }],
    ['a code typed too late', { at: T0 + 20 * MINUTE }],
  ])('%s makes no job, and its power is taken away', async (_, change) => {
    const pair = await given();
    await unlocked(pair, 'OFF3', change);
    expect(await jobsOf(pair)).toEqual([]);
    expect(await world.commands(pair, 'lock')).toMatchObject([{ job_id: null }]);
  });

  it('reported when it is long over, it is kept as it was', async () => {
    const pair = await given();
    world.clock.at = T0 + 30 * HOUR;
    await unlocked(pair, 'OFF4');
    expect(await jobsOf(pair)).toEqual([{ id: 'OFF4', state: 'stopped', source: 'offline', end_reason: 'time-limit' }]);
  });

  it('beside another job of the same welder it is kept, but not as a running one', async () => {
    const pair = await given();
    const other = await world.pair();
    await world.sql('insert into permit_welders (permit_id, welder_id) values ($1, $2)', [
      other.permitId,
      pair.welderId,
    ]);
    expect(await world.start(other, { welder: pair.welder })).toMatchObject({ ok: true });
    await unlocked(pair, 'OFF5');
    expect(await jobsOf(pair)).toMatchObject([{ state: 'stopped', end_reason: 'second-job' }]);
    expect(await world.commands(pair, 'lock')).toMatchObject([{ job_id: null }]);
  });
});
