import { DAY, MINUTE, SECOND } from '../../../src/kernel/time';
import { began, T0, TelemetryWorld } from './telemetry-world';

const S = SECOND;

describe('messages of chips', () => {
  let world: TelemetryWorld;
  beforeAll(async () => {
    world = await TelemetryWorld.open();
  }, 60_000);
  afterAll(() => world.close());

  describe('twice changes nothing', () => {
    it('in one batch, in the next, and acknowledged each time', async () => {
      const chip = await world.chip();
      const one = chip.samples(1, [{ up: 10 * S, arcMs: 4_000, i: 150 }]);
      expect((await world.take([one, one])).acks).toEqual([{ chipNo: chip.chipNo, boot: 1, ranges: [[1, 1]] }]);
      const again = await world.take([one]);
      expect(again.acks).toEqual([{ chipNo: chip.chipNo, boot: 1, ranges: [[1, 1]] }]);
      expect(again.arcs).toEqual([]);
      expect(again.observations[0]?.arcMsByJob.size).toBe(0);
      expect([await world.count('samples', chip), await world.count('message_digests', chip)]).toEqual([1, 1]);
    });

    it('an acknowledgement names the whole range it touches', async () => {
      const chip = await world.chip();
      const at = (seq: number) => chip.samples(seq, [{ up: seq * 10 * S }]);
      await world.take([at(1), at(2), at(5)]);
      const { acks, gaps } = await world.take([at(3)]);
      expect(acks[0]?.ranges).toEqual([[1, 3]]);
      expect(gaps[0]?.ranges).toEqual([[4, 4]]);
    });

    it('a chip that tears ever more holes is not followed, but taken in again where it fills them', async () => {
      const chip = await world.chip();
      const at = (seq: number) => chip.samples(seq, [{ up: seq * 10 }]);
      const odd = (from: number): number[] => Array.from({ length: 1_000 }, (_, n) => 2 * (from + n) + 1);
      for (let from = 0; from < 5_000; from += 1_000) await world.take(odd(from).map(at));
      expect((await world.take([at(20_001), at(2)])).acks[0]?.ranges).toEqual([[1, 3]]);
      expect(await world.count('samples', chip)).toBe(5_001);
    }, 60_000);

    it('job time is counted once', async () => {
      const chip = await world.chip();
      const one = chip.samples(1, [{ up: 10 * S, arcMs: 4_000, job: 'J1' }, { up: 20 * S, arcMs: 3_000, job: 'J1' }]); // prettier-ignore
      const [first, second] = [await world.take([one, one]), await world.take([one])];
      expect([...(first.observations[0]?.arcMsByJob ?? [])]).toEqual([['J1', 7_000]]);
      expect([...(second.observations[0]?.arcMsByJob ?? [])]).toEqual([]);
    });
  });

  it('other bytes under a stored number are kept beside the first, and told of; they are no evidence', async () => {
    const chip = await world.chip();
    await world.take([chip.events(1, [{ kind: 'arc-start', up: 10 * S }])]);
    const forged = chip.events(1, [{ kind: 'arc-stop', up: 20 * S }]);
    const { signals, arcs } = await world.take([forged]);
    expect(signals).toMatchObject([{ reason: 'digest-conflict', boot: 1, seq: 1, machineId: chip.machineId }]);
    expect(arcs).toEqual([]);
    expect(await world.arcs(chip)).toEqual(['1/1 10–10…']);
    expect((await world.take([forged])).signals).toEqual([]);
    const kept = await world.sql('select kind, disputed from chip_events where chip_no = $1 order by kind', [
      chip.chipNo,
    ]);
    expect(kept).toEqual([{ kind: 'arc-start', disputed: false }, { kind: 'arc-stop', disputed: true }]); // prettier-ignore
  });

  describe('late evidence', () => {
    it('a stop that was lost ends the arc where it did, and the arc keeps its identity', async () => {
      const chip = await world.chip();
      await world.take([chip.events(1, [{ kind: 'arc-start', up: 10 * S }])]);
      await world.take([chip.events(3, [{ kind: 'arc-start', up: 60 * S }]), chip.events(4, [{ kind: 'arc-stop', up: 70 * S }])]); // prettier-ignore
      expect(await world.arcs(chip)).toEqual(['1/1 10–70']);
      const [before] = await world.sql('select id from arcs where chip_no = $1', [chip.chipNo]);
      const { arcs } = await world.take([chip.events(2, [{ kind: 'arc-stop', up: 30 * S }], { heard: 80 * S })]);
      expect(await world.arcs(chip)).toEqual(['1/1 10–30', '1/1 60–70']);
      expect(arcs).toHaveLength(2);
      expect(arcs[0]?.id).toBe(before?.['id']);
    });

    it('two arcs turn out to be one: the absorbed one is judged with the other', async () => {
      const chip = await world.chip();
      await world.take([chip.samples(1, [{ up: 10 * S, arcMs: 10_000 }])]);
      await world.take([chip.samples(9, [{ up: 90 * S, arcMs: 10_000 }])]);
      expect(await world.arcs(chip)).toEqual(['1/1 0–10', '1/1 80–90…']);
      const missing = [2, 3, 4, 5, 6, 7, 8].map((n) =>
        chip.samples(n, [{ up: n * 10 * S, arcMs: 10_000 }], { heard: 95 * S }),
      );
      const { arcs } = await world.take(missing);
      expect(await world.arcs(chip)).toEqual(['1/1 0–90…']);
      expect(arcs.map(({ startedAt, lastSeenAt }) => [startedAt - T0, lastSeenAt - T0])).toEqual([[0, 90_000], [0, 90_000]]); // prettier-ignore
      const [merged] = await world.sql('select merged_into is not null as merged from arcs where chip_no = $1 order by start_up desc', [chip.chipNo]); // prettier-ignore
      expect(merged).toEqual({ merged: true });
    });

    it('of an earlier boot, whose arc was ended by the restart', async () => {
      const chip = await world.chip();
      await world.take([chip.birth(S), chip.events(1, [{ kind: 'arc-start', up: 10 * S }])]);
      const { observations } = await world.take([chip.birth(S, { boot: 2 })]);
      expect(observations).toMatchObject([{ boot: 2, restarted: true, arcOn: false }]);
      expect(await world.arcs(chip)).toEqual(['1/1 10–10']);
      await world.take([chip.samples(2, [{ up: 20 * S, arcMs: 10_000 }], { heard: DAY + MINUTE })]);
      await world.take([chip.events(3, [{ kind: 'power-off', up: 25 * S }], { heard: DAY + MINUTE })]);
      expect(await world.arcs(chip)).toEqual(['1/1 10–25']);
    });

    it('a code typed offline explains arcs that were told of before it', async () => {
      const chip = await world.chip();
      await world.take([chip.events(2, [{ kind: 'arc-start', up: 10 * S, job: 'JOB' }]), chip.events(3, [{ kind: 'arc-stop', up: 20 * S }])]); // prettier-ignore
      const late = chip.events(1, [{ kind: 'offline-unlock', up: 5 * S, job: 'JOB', hotp: 4, hours: 2 }], { heard: 30 * S }); // prettier-ignore
      const { arcs, observations } = await world.take([late]);
      expect(observations[0]?.offlineUnlocks).toEqual([
        { jobId: 'JOB', boot: 1, up: 5 * S, at: T0 + 5 * S, clocked: true, possible: null, counter: 3, hours: 2 },
      ]);
      expect(arcs.map(({ claimedJobId }) => claimedJobId)).toEqual(['JOB']);
    });
  });

  it('outlets burn apart; the opening of the relay ends them all', async () => {
    const chip = await world.chip();
    await world.take([
      chip.events(1, [{ kind: 'arc-start', up: 10 * S, outlet: 1 }, { kind: 'arc-start', up: 12 * S, outlet: 2 }]), // prettier-ignore
      chip.events(2, [{ kind: 'arc-stop', up: 15 * S, outlet: 1 }]),
    ]);
    expect(await world.arcs(chip)).toEqual(['1/1 10–15', '1/2 12–12…']);
    const { observations } = await world.take([chip.events(3, [{ kind: 'relay-opened', up: 20 * S }])]);
    expect(await world.arcs(chip)).toEqual(['1/1 10–15', '1/2 12–20']);
    expect(observations).toMatchObject([{ relay: 'open', arcOn: false, lastArcAt: T0 + 20 * S }]);
  });

  it('an arc belongs to the machine its chip sat on when it began', async () => {
    const chip = await world.chip(T0 + MINUTE);
    const { arcs } = await world.take([
      chip.events(1, [{ kind: 'arc-start', up: 10 * S }, { kind: 'arc-stop', up: 20 * S }]), // prettier-ignore
      chip.events(2, [{ kind: 'arc-start', up: 60 * S }, { kind: 'arc-stop', up: 70 * S }]), // prettier-ignore
    ]);
    expect(arcs.map(({ machineId }) => machineId)).toEqual([null, chip.machineId]);
  });

  describe('two chips under one number', () => {
    it('a birth of an earlier boot', async () => {
      const chip = await world.chip();
      await world.take([chip.birth(S, { boot: 5 })]);
      const { signals, births } = await world.take([chip.birth(S, { boot: 4, receivedAt: began(5) + MINUTE })]);
      expect(signals).toMatchObject([{ reason: 'lower-boot', boot: 4 }]);
      expect(births).toEqual([]);
    });

    it('something that happened in an earlier boot after the next one began; a buffer’s past is no such thing', async () => {
      const chip = await world.chip();
      await world.take([chip.birth(S), chip.birth(S, { boot: 2 })]);
      const buffered = chip.events(1, [{ kind: 'arc-start', up: 10 * S }], { heard: DAY + MINUTE });
      expect((await world.take([buffered])).signals).toEqual([]);
      const impossible = chip.events(2, [{ kind: 'arc-start', up: DAY + MINUTE }], { heard: DAY + MINUTE });
      expect((await world.take([impossible])).signals).toMatchObject([{ reason: 'lower-boot', seq: 2 }]);
    });
  });

  it('tells of tampering once for each opening', async () => {
    const chip = await world.chip();
    const opened = await world.take([chip.events(1, [{ kind: 'tamper-open', up: 10 * S }])]);
    expect(opened.signals).toMatchObject([{ reason: 'tamper-open' }]);
    expect(opened.observations).toMatchObject([{ tamperOpened: true }]);
    const birth = chip.birth(20 * S, { tamper: true });
    expect((await world.take([birth])).signals).toEqual([]);
    const closed = await world.take([chip.events(2, [{ kind: 'tamper-closed', up: 30 * S }])]);
    expect(closed.observations).toMatchObject([{ tamperOpened: false }]);
    const openedWithoutPower = chip.birth(S, { boot: 2, tamper: true });
    expect((await world.take([openedWithoutPower])).signals).toMatchObject([{ reason: 'tamper-open', boot: 2 }]);
  });

  it('what could not be read is kept once, and acknowledged where it has a number', async () => {
    const chip = await world.chip();
    const named = chip.unreadable({ boot: 1, seq: 4 }, '{"boot":1,"seq":4');
    const { acks } = await world.take([named, chip.unreadable(null, 'noise'), chip.unreadable(null, 'noise')]);
    expect(acks).toEqual([{ chipNo: chip.chipNo, boot: 1, ranges: [[4, 4]] }]);
    await world.take([named]);
    expect(await world.count('quarantine', chip)).toBe(3);
  });

  it('a late report does not overwrite what came after it', async () => {
    const chip = await world.chip();
    await world.take([chip.birth(S), chip.events(2, [{ kind: 'relay-opened', up: 30 * S }])]);
    await world.take([chip.samples(1, [{ up: 20 * S, relay: 'closed', i: 140, arcMs: 10_000 }], { heard: 40 * S })]);
    const [state] = await world.sql('select boot, seq, relay, current_a, arc_on from chip_states where chip_no = $1', [
      chip.chipNo,
    ]);
    expect(state).toEqual({ boot: 1, seq: 2, relay: 'open', current_a: 140, arc_on: false });
  });

  it('wrong clocks are corrected and marked, never an error', async () => {
    const chip = await world.chip();
    const times = [0, Date.parse('1970-01-02T00:00:00Z'), Date.parse('2099-01-01T00:00:00Z'), T0 - DAY, T0 + DAY];
    await world.take([chip.birth(S)]);
    await world.take(times.map((t, n) => chip.samples(n + 1, [{ up: (n + 1) * 10 * S, t }])));
    await world.take([chip.samples(9, [{ up: 90 * S, t: null }])]);
    const rows = await world.sql<{ at: number; clock: string }>(
      'select at, clock from samples where chip_no = $1 order by seq',
      [chip.chipNo],
    );
    expect(rows.map(({ clock }) => clock)).toEqual([
      'corrected',
      'corrected',
      'corrected',
      'corrected',
      'corrected',
      'none',
    ]);
    expect(rows.map(({ at }) => at - T0)).toEqual([10_000, 20_000, 30_000, 40_000, 50_000, 90_000]);
  });

  it('says which days have no tables yet, and stores nothing until they have', async () => {
    const chip = await world.chip();
    const far = chip.samples(1, [{ up: 10 * S, t: T0 - 200 * DAY }], { heard: 20 * S });
    const { db, store } = world;
    const attempt = db.uow.run({ kind: 'system', name: 'test' }, (tx) => store.execute(tx, [far], T0));
    await expect(attempt).rejects.toMatchObject({ days: ['2025-11-22'] });
    expect(await world.count('samples', chip)).toBe(0);
    await world.take([far]);
    expect(await world.count('samples', chip)).toBe(1);
  });
});
