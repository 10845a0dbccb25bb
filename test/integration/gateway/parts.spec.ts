import { commandMessage } from '../../../src/gateway/down-message';
import { faultKind } from '../../../src/gateway/fault-kind';
import { GapWatch } from '../../../src/gateway/gap-watch';
import { PacketLimit } from '../../../src/gateway/packet-limit';
import { Takeovers } from '../../../src/gateway/takeovers';
import { subscribedTopics, upTopic } from '../../../src/gateway/topics';

const S = 1_000;

describe('a packet’s announced length', () => {
  /** A fixed header that announces so many bytes, and the bytes. */
  const packet = (length: number): Buffer => {
    const header = [0x30];
    for (let left = length; ; left = Math.floor(left / 128)) {
      header.push(left >= 128 ? (left % 128) | 0x80 : left);
      if (left < 128) break;
    }
    return Buffer.concat([Buffer.from(header), Buffer.alloc(length)]);
  };

  it.each([
    ['nothing', 0, true],
    ['as much as may be', 65_536, true],
    ['one byte more', 65_537, false],
    ['the most MQTT can say', 268_435_455, false],
  ])('%s', (_, length, passes) => {
    const bytes = length > 1e6 ? Buffer.from([0x30, 0xff, 0xff, 0xff, 0x7f]) : packet(length);
    expect(new PacketLimit(65_536).passes(bytes)).toBe(passes);
  });

  it('a length of five bytes is none', () => {
    expect(new PacketLimit(65_536).passes(Buffer.from([0x30, 0x80, 0x80, 0x80, 0x80]))).toBe(false);
  });

  it('is read whatever the pieces the stream comes in', () => {
    const stream = Buffer.concat([packet(3), packet(0), packet(200), packet(65_536), packet(1)]);
    for (const size of [1, 2, 7, 1_000]) {
      const limit = new PacketLimit(65_536);
      for (let at = 0; at < stream.length; at += size) expect(limit.passes(stream.subarray(at, at + size))).toBe(true);
      expect([...packet(70_000).subarray(0, 4)].every((byte) => limit.passes(Buffer.from([byte])))).toBe(false);
    }
  });
});

describe('topics', () => {
  const CHIP = 'TEST0000000001';
  it.each([
    [`hanan/v1/chips/${CHIP}/up/events`, 'events'],
    [`hanan/v1/chips/${CHIP}/up/death`, 'death'],
    [`hanan/v1/chips/${CHIP}/up/other`, null],
    [`hanan/v1/chips/${CHIP}/up/events/more`, null],
    [`hanan/v1/chips/${CHIP}/down/commands`, null],
    ['hanan/v1/chips/TEST0000000002/up/events', null],
    [`hanan/v1/chips/${CHIP}0/up/events`, null],
  ])('%s', (topic, kind) => expect(upTopic(topic, CHIP)).toBe(kind));

  it.each([
    ['#', ['commands', 'acks']],
    ['acks', ['acks']],
    ['constructor', []],
    ['commands/#', []],
  ])('a subscription to its own down/%s', (rest, topics) =>
    expect(subscribedTopics(`hanan/v1/chips/${CHIP}/down/${rest}`, CHIP)).toEqual(topics),
  );
});

describe('two addresses under one number', () => {
  it('alarm when they displace each other within a minute', () => {
    const fight = (gap: number): boolean => {
      const takeovers = new Takeovers();
      takeovers.displaced('C', 'a', 'b', 0);
      return takeovers.displaced('C', 'b', 'a', gap);
    };
    expect([fight(60 * S), fight(60 * S + 1)]).toEqual([true, false]);
  });

  it('a chip that moves on through many addresses alarms nobody', () => {
    const takeovers = new Takeovers();
    expect([
      takeovers.displaced('C', 'b', 'a', 1),
      takeovers.displaced('C', 'c', 'b', 2),
      takeovers.displaced('C', 'c', 'c', 3),
    ]).toEqual([false, false, false]);
  });

  it('alarms once for each time they do it', () => {
    const takeovers = new Takeovers();
    const by = ['a', 'b', 'a', 'b'].map((address, n) =>
      takeovers.displaced('C', address, address === 'a' ? 'b' : 'a', n),
    );
    expect(by).toEqual([false, true, false, true]);
  });
});

describe('a gap', () => {
  const here = (): boolean => true;
  const noted = (watch: GapWatch, ranges: [number, number][], at: number): void =>
    watch.note([{ chipNo: 'C', boot: 7, ranges }], at);
  const asked = (watch: GapWatch, at: number): string[] =>
    watch.due(at, here).map(({ fromSeq, toSeq }) => `${fromSeq}-${toSeq}`);

  it('is asked for once it has been open for three seconds', () => {
    const watch = new GapWatch();
    noted(watch, [[2, 4]], 0);
    expect([asked(watch, 3 * S - 1), asked(watch, 3 * S)]).toEqual([[], ['2-4']]);
  });

  it('only as far as it is still open, and not for what is newly missing', () => {
    const watch = new GapWatch();
    noted(watch, [[2, 9]], 0);
    noted(watch, [[2, 3], [8, 12]], 2 * S); // prettier-ignore
    expect(asked(watch, 3 * S)).toEqual(['2-3', '8-9']);
  });

  it('is asked for again, ever more patiently', () => {
    const watch = new GapWatch();
    noted(watch, [[2, 2]], 0);
    const times = [3, 12, 13, 42, 43, 102, 103].map((second) => asked(watch, second * S).length);
    expect(times).toEqual([1, 0, 1, 0, 1, 0, 1]);
  });

  it('is forgotten once it is closed, or its chip is gone', () => {
    const watch = new GapWatch();
    noted(watch, [[2, 2]], 0);
    noted(watch, [], S);
    expect(asked(watch, 60 * S)).toEqual([]);
    noted(watch, [[2, 2]], 60 * S);
    expect(watch.due(61 * S, () => false)).toEqual([]);
    expect(asked(watch, 90 * S)).toEqual([]);
  });
});

describe('whose fault it is that a batch was not stored', () => {
  const withCode = (code: string): Error => Object.assign(new Error('x'), { code });
  it.each([
    ['a connection that broke', new Error('Connection terminated unexpectedly'), 'outage'],
    ['nobody listens', withCode('ECONNREFUSED'), 'outage'],
    ['no free connection', new Error('timeout exceeded when trying to connect'), 'outage'],
    ['shutting down', withCode('57P01'), 'outage'],
    ['disk full', withCode('53100'), 'outage'],
    ['deadlock', withCode('40P01'), 'outage'],
    ['a table that is just being made', withCode('42P01'), 'outage'],
    ['a number out of range', withCode('22003'), 'poison'],
    ['a unique key', withCode('23505'), 'poison'],
    ['raised by a trigger', withCode('P0001'), 'poison'],
    ['our own mistake', new TypeError('cannot read'), 'poison'],
  ])('%s', (_, fault, kind) => expect(faultKind(fault)).toBe(kind));
});

describe('commands as they go down', () => {
  const base = { id: 'C1', chipNo: 'X', expiresAt: null };
  const signed = { sign: () => 'a.b.c', signKeys: () => 'k.e.y', signOffer: (o: object) => JSON.stringify(o) };
  it.each([
    [
      { ...base, kind: 'unlock', jobId: 'J', payload: {} },
      { v: 1, id: 'C1', kind: 'unlock', token: 'a.b.c' },
    ],
    [
      { ...base, kind: 'lock', jobId: 'J', payload: { reason: 'idle' } },
      { v: 1, id: 'C1', kind: 'lock', job: 'J', reason: 'idle' },
    ],
    [
      { ...base, kind: 'lock', jobId: null, payload: { reason: 'no-job' } },
      { v: 1, id: 'C1', kind: 'lock', reason: 'no-job' },
    ],
    [
      { ...base, kind: 'time', jobId: null, payload: {} },
      { v: 1, id: 'C1', kind: 'time', t: 5 },
    ],
    [
      { ...base, kind: 'configure', jobId: null, payload: { no: 3, sampleMs: 10_000, idleSampleMs: 60_000 } },
      { v: 1, id: 'C1', kind: 'configure', no: 3, sampleMs: 10_000, idleSampleMs: 60_000 },
    ],
    [
      { ...base, kind: 'keys', jobId: null, payload: {} },
      { v: 1, id: 'C1', kind: 'keys', jws: 'k.e.y' },
    ],
    [
      { ...base, kind: 'secret', jobId: null, payload: { no: 2, x: 'X' } },
      { v: 1, id: 'C1', kind: 'secret', jws: '{"chipNo":"X","no":2,"x":"X"}' },
    ],
  ])('%o', (command, message) => expect(commandMessage(command as never, signed as never, null, 5)).toEqual(message));
});
