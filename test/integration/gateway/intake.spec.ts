import { Intake } from '../../../src/gateway/intake';
import type { Taken } from '../../../src/gateway/taken';
import { GatewayMetrics } from '../../../src/gateway/gateway-metrics';
import { Metrics } from '../../../src/platform/observability/metrics';

const taken = (n: number, bytes = 10): Taken => ({
  raw: { chipNo: `C${n}`, topic: 't', kind: 'replies', payload: Buffer.alloc(bytes), receivedAt: n },
  message: {
    type: 'reply',
    chipNo: `C${n}`,
    receivedAt: n,
    boot: 1,
    commandId: 'x',
    ok: true,
    error: null,
    t: null,
    relay: null,
  },
});

const sampled = (chipNo: string, n: number): Taken => ({
  raw: { chipNo, topic: 't', kind: 'samples', payload: Buffer.alloc(10), receivedAt: n },
  message: { type: 'samples', chipNo, receivedAt: n, samples: [] } as unknown as Taken['message'],
});
const told = (chipNo: string, n: number): Taken => {
  const { raw, message } = taken(n);
  return { raw: { ...raw, chipNo }, message };
};

const numbers = (batch: readonly Taken[]): number[] => batch.map(({ raw }) => raw.receivedAt);

describe('the queue between broker and database', () => {
  const open = (): Intake => new Intake(new GatewayMetrics(new Metrics()));

  it('gives batches in the order of arrival', async () => {
    const intake = open();
    for (let n = 0; n < 1_500; n += 1) intake.bring(taken(n), () => undefined);
    const [first, second] = [await intake.next(), await intake.next()];
    expect([first.length, second.length]).toEqual([1_000, 500]);
    expect(numbers([...first, ...second])).toEqual(Array.from({ length: 1_500 }, (_, n) => n));
  });

  it('when it is full it lets nobody in until there is room, and drops nothing', async () => {
    const intake = open();
    const admitted: number[] = [];
    for (let n = 0; n < 20_010; n += 1) intake.bring(taken(n), () => admitted.push(n));
    expect([intake.length, admitted.length]).toEqual([20_000, 20_000]);
    await intake.next();
    expect([intake.length, admitted.length]).toEqual([19_010, 20_010]);
    const rest: Taken[] = [];
    while (intake.length > 0) rest.push(...(await intake.next()));
    expect(numbers(rest)).toEqual(Array.from({ length: 19_010 }, (_, n) => n + 1_000));
  });

  it('counts bytes, too', () => {
    const intake = open();
    let admitted = 0;
    for (let n = 0; n < 40; n += 1) intake.bring(taken(n, 1_024 * 1_024), () => (admitted += 1));
    expect(admitted).toBe(32);
  });

  it('once closed it takes in nothing more, gives out what it has, then says that it is empty', async () => {
    const intake = open();
    intake.bring(taken(1), () => undefined);
    intake.close();
    const admitted = jest.fn();
    intake.bring(taken(2), admitted);
    expect(admitted).not.toHaveBeenCalled();
    expect(numbers(await intake.next())).toEqual([1]);
    expect(await intake.next()).toEqual([]);
  });

  it('C15 lets what is urgent pass before samples, and keeps the order within each chip', async () => {
    const intake = open();
    for (let n = 0; n < 3_000; n += 1) intake.bring(sampled(`C${n % 1_500}`, n), () => undefined);
    intake.bring(told('C7', 3_000), () => undefined);
    const batch = await intake.next();
    expect(numbers(batch.slice(0, 3))).toEqual([7, 1_507, 3_000]);
    expect(batch.length).toBe(1_000);
  });

  it('C15 batches that are under way together never share a chip', async () => {
    const intake = open();
    for (let n = 0; n < 3_000; n += 1) intake.bring(sampled(`C${n % 10}`, n), () => undefined);
    const chips = (batch: readonly Taken[]) => new Set(batch.map(({ raw }) => raw.chipNo));
    const [first, second] = [await intake.next(), await intake.next()];
    expect([...chips(first)].filter((chip) => chips(second).has(chip))).toEqual([]);
    intake.bring(told([...chips(first)][0]!, 3_000), () => undefined);
    const urgent = intake.next(true);
    const early = await Promise.race([urgent, new Promise((resolve) => setTimeout(resolve, 30, 'waits'))]);
    expect(early).toBe('waits'); // its chip is being stored
    intake.done(first);
    expect(numbers(await urgent)).toContain(3_000);
  });

  it('C15 every message comes once and each chip’s in order, whatever batches are done when', async () => {
    const intake = open();
    for (let n = 0; n < 5_000; n += 1)
      intake.bring((n % 13 === 0 ? told : sampled)(`C${(n * 7) % 40}`, n), () => undefined);
    const seen = new Map<string, number[]>();
    const underWay: Taken[][] = [];
    while (intake.length > 0) {
      const batch = await intake.next(underWay.length === 2);
      for (const { raw } of batch) seen.set(raw.chipNo, [...(seen.get(raw.chipNo) ?? []), raw.receivedAt]);
      underWay.push(batch);
      if (underWay.length > 2 || intake.length > 0) intake.done(underWay.shift()!);
    }
    expect([...seen.values()].flat().sort((a, b) => a - b)).toEqual(Array.from({ length: 5_000 }, (_, n) => n));
    for (const times of seen.values()) expect(times).toEqual([...times].sort((a, b) => a - b));
  });

  it('waits for the first message', async () => {
    const intake = open();
    const batch = intake.next();
    intake.bring(taken(1), () => undefined);
    expect(numbers(await batch)).toEqual([1]);
  });
});
