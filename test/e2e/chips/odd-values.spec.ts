import { Edge, type EdgeChip } from '../../integration/telemetry/edge';
import { TestChip } from '../../support/test-chip';

/** Odd values of real firmware: the rest of the message is stored and judged, and somebody learns of what was not. */
describe('a chip with odd values', () => {
  let edge: Edge;
  let machine: EdgeChip;
  let chip: TestChip;
  beforeAll(async () => {
    edge = await Edge.open();
  }, 60_000);
  beforeEach(async () => {
    machine = await edge.machine();
    chip = await TestChip.connect(edge.port, machine);
  });
  afterEach(() => chip.close());
  afterAll(() => edge.close());

  const kinds = async (): Promise<string[]> =>
    (
      await edge.sql<{ kind: string }>('select kind from violations where chip_no = $1 order by kind', [machine.chipNo])
    ).map(({ kind }) => kind);
  const start = { kind: 'arc-start', t: Date.now(), up: 60_000 };
  const sample = { t: Date.now(), up: 60_000, ms: 1_000, i: 150, iMax: 200, u: 24, arcMs: 1_000 };

  it.each<[string, 'events' | 'samples', object[]]>([
    ['an event of an unknown kind beside it', 'events', [start, { ...start, kind: 'door-open' }]],
    ['a time before 1970', 'events', [{ ...start, t: -617_292_592 }]],
    ['a time in quotes', 'events', [{ ...start, t: '1795774600000' }]],
    ['a null current in another sample', 'samples', [sample, { ...sample, up: 61_000, i: null }]],
    ['an outlet that is null', 'events', [{ ...start, outlet: null }]],
    ['an outlet that is null in a sample', 'samples', [{ ...sample, outlet: null }]],
    ['a millisecond more arc than interval', 'samples', [{ ...sample, arcMs: 1_001 }]],
  ])('F2 %s hides no arc', async (_, topic, elements) => {
    await chip.publish(topic, { v: 1, boot: 1, seq: 1, [topic]: elements });
    await chip.ackOf(1);
    expect(await kinds()).toEqual(['off-platform']);
  });

  it('F2 brackets by the thousand beside it hide no arc', async () => {
    const deep = `${'['.repeat(7_000)}${']'.repeat(7_000)}`;
    await chip.publish('events', `{"v":1,"boot":1,"seq":1,"events":[${JSON.stringify(start)},${deep}]}`);
    await chip.ackOf(1);
    expect(await kinds()).toEqual(['off-platform']);
    const kept = await edge.sql('select reason from quarantine where chip_no = $1', [machine.chipNo]);
    expect(kept).toEqual([{ reason: 'schema /events/1 type' }]);
  });

  it.each([
    ['hotp', null],
    ['input', 'touch'],
    ['rssi', 'good'],
    ['fw', 7],
  ])('F2 a birth with %s %s is heard', async (field, value) => {
    await chip.publish('birth', { v: 1, boot: 1, seq: 0, t: Date.now(), up: 100, relay: 'open', [field]: value });
    expect(await chip.command('time')).toBeDefined();
  });

  it('F2 an unknown event is kept without effect', async () => {
    await chip.ackOf(await chip.event('door-open'));
    expect(await edge.sql('select kind from chip_events where chip_no = $1', [machine.chipNo])).toEqual([{ kind: 'door-open' }]); // prettier-ignore
    expect(await edge.sql('select 1 from quarantine where chip_no = $1', [machine.chipNo])).toEqual([]);
  });

  it('C13 what cannot be read is kept up to the rule’s number an hour, then counted; a run of it raises an alert', async () => {
    for (let n = 1; n <= 9; n += 1) await chip.publish('events', `not json ${n}`);
    await chip.ackOf(await chip.event('fault'));
    expect(await kinds()).toEqual([]);
    for (let n = 10; n <= 200; n += 1) await chip.publish('events', `not json ${n} ${'x'.repeat(4_000)}`);
    await chip.ackOf(await chip.event('fault'));
    const [{ n } = { n: 0 }] = await edge.sql<{ n: number }>('select count(*)::int as n from quarantine where chip_no = $1', [machine.chipNo]); // prettier-ignore
    expect(n).toBeLessThanOrEqual(120); // the test may cross the hour
    expect(n).toBeGreaterThanOrEqual(60);
    const [{ all } = { all: 0 }] = await edge.sql<{ all: number }>('select sum(received)::int as all from quarantine_hours where chip_no = $1', [machine.chipNo]); // prettier-ignore
    expect(all).toBe(200);
    expect(await kinds()).toEqual(['chip-silent']);
  });

  describe('C11 a boot number', () => {
    it('that jumps by more than 1000 is not believed, not acknowledged, and raised', async () => {
      await chip.birth();
      await chip.command('time');
      await chip.publish('events', { v: 1, boot: 2_147_483_646, seq: 1, events: [start] });
      await chip.publish('events', { v: 1, boot: 1_002, seq: 1, events: [start] });
      await chip.ackOf(await chip.event('fault'));
      expect(await kinds()).toEqual(['chip-tampered']);
      expect(await edge.sql('select boot from chip_states where chip_no = $1', [machine.chipNo])).toEqual([
        { boot: 1 },
      ]);
      expect(await edge.sql('select reason from quarantine where chip_no = $1', [machine.chipNo])).toEqual([
        { reason: 'boot beyond reason' },
        { reason: 'boot beyond reason' },
      ]);
      expect(chip.acknowledged.some(([boot]) => boot !== 1)).toBe(false);
    });

    it('1000 higher is believed', async () => {
      await chip.birth();
      await chip.command('time');
      await chip.publish('events', { v: 1, boot: 1_001, seq: 1, events: [{ ...start, kind: 'fault' }] });
      await edge.until(() => Promise.resolve(chip.acknowledged.find(([boot]) => boot === 1_001)));
    });
  });

  describe('C3', () => {
    it('more current than the machine is rated for, beyond the margin: perhaps modified', async () => {
      await edge.sql('update machines set rated_current_a = 200 where id = $1', [machine.machineId]);
      await chip.birth();
      await chip.samples([{ ms: 1_000, i: 300, iMax: 310, u: 24, arcMs: 0, relay: 'closed' }]);
      await chip.ackOf(await chip.event('fault'));
      expect(await kinds()).toEqual([]);
      await chip.samples([{ ms: 1_000, i: 900, iMax: 900, u: 24, arcMs: 0, relay: 'closed' }]);
      await chip.ackOf(await chip.event('fault'));
      expect(await kinds()).toEqual(['modified-machine']);
      const [row] = await edge.sql('select certainty, evidence from violations where chip_no = $1', [machine.chipNo]);
      expect(row).toMatchObject({ certainty: 'provisional', evidence: { reason: 'over-rating', currentA: 900 } });
    });

    it('an arc while the relay is open before and after', async () => {
      await chip.birth();
      await chip.samples([{ ms: 1_000, i: 180, iMax: 190, u: 24, arcMs: 1_000, relay: 'open' }]);
      await chip.ackOf(await chip.event('fault'));
      expect(await kinds()).toEqual(['modified-machine', 'off-platform']);
    });
  });
});
