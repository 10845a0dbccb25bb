import { createHmac, createPublicKey, diffieHellman, generateKeyPairSync, sign } from 'node:crypto';
import { nextDueUp, step, type Input } from '../../../src/simulator/chip-core';
import { freshBoot, relayOf, type ChipState, type Effect } from '../../../src/simulator/chip-state';
import { codeKey, hotp, PAUSE_MS } from '../../../src/simulator/hotp';
import { readKey } from '../../../src/simulator/token-check';

const T0 = 1_767_225_600_000;
const HOUR = 3_600_000;
const CHIP = 'DEMO0000000001';
const SECRET = Buffer.from('5f'.repeat(32), 'hex');
const a = generateKeyPairSync('ed25519');
const b = generateKeyPairSync('ed25519');
const jwkOf = (pair: typeof a, kid: string) => ({ ...pair.publicKey.export({ format: 'jwk' }), kid });

function jws(payload: object, pair = a, kid = 'A'): string {
  const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const text = `${encoded({ alg: 'EdDSA', kid })}.${encoded(payload)}`;
  return `${text}.${sign(null, Buffer.from(text), pair.privateKey).toString('base64url')}`;
}

/** A chip driven by hand: what it sent is kept, decoded. */
class Bench {
  state: ChipState;
  sent: { topic: string; body: Record<string, unknown> }[] = [];
  effects: Effect[] = [];
  private serial = 0;

  constructor({ outlets = 1, triesLeft = 5, hotpCounter = 0 } = {}) {
    const make = { chipNo: CHIP, secret: SECRET, outlets, keys: [readKey(jwkOf(a, 'A'))], position: null };
    this.state = freshBoot(make, { boot: 7, hotp: hotpCounter, triesLeft });
  }

  do(input: Input): this {
    const { state, effects } = step(this.state, input);
    this.state = state;
    this.effects.push(...effects);
    for (const effect of effects)
      if (effect.kind === 'message' || effect.kind === 'direct')
        this.sent.push({ topic: effect.topic, body: JSON.parse(effect.payload) as Record<string, unknown> });
    return this;
  }

  command(up: number, kind: string, body: object = {}): this {
    this.serial += 1;
    return this.do({ kind: 'command', up, command: { v: 1, id: `c${this.serial}`, kind, ...body } });
  }

  knowing(up = 1_000): this {
    return this.command(up, 'time', { t: T0 + up });
  }

  unlock(up: number, job = '01JOB', claims: object = {}): this {
    const iat = Math.floor((T0 + up) / 1000);
    const token = {
      iss: 'hanan',
      sub: CHIP,
      jti: job,
      iat,
      exp: iat + 10,
      until: iat + 7200,
      idle: 600,
      boot: 7,
      outlet: 1,
    };
    return this.command(up, 'unlock', { token: jws({ ...token, ...claims }) });
  }

  arc(up: number, amps: number, outlet = 1): this {
    return this.do({ kind: 'current', up, outlet, amps, peakA: amps * 1.5, volts: amps > 0 ? 24 : 68 });
  }

  tick = (up: number): this => this.do({ kind: 'tick', up });

  events = (): string[] =>
    this.sent
      .filter(({ topic }) => topic === 'events')
      .flatMap(({ body }) => (body['events'] as { kind: string }[]).map(({ kind }) => kind));

  replies = (): Record<string, unknown>[] =>
    this.sent.filter(({ topic }) => topic === 'replies').map(({ body }) => body);
  samples = (): Record<string, unknown>[] =>
    this.sent
      .filter(({ topic }) => topic === 'samples')
      .flatMap(({ body }) => body['samples'] as Record<string, unknown>[]);
  get relay(): string {
    return relayOf(this.state);
  }
}

describe('a chip says who it is', () => {
  it('is born with relay open and without time, and numbers nothing by it', () => {
    const bench = new Bench({ hotpCounter: 12 }).do({
      kind: 'connected',
      up: 2_100,
      rssi: -71,
      buffered: { fromSeq: 1, toSeq: 0 },
    });
    expect(bench.sent).toEqual([
      {
        topic: 'birth',
        body: {
          ...{ v: 1, boot: 7, seq: 0, t: null, up: 2_100, fw: '1.4.2', hw: 'H2', relay: 'open', tamper: false },
          ...{ buffered: { fromSeq: 1, toSeq: 0 }, rssi: -71, hotp: 12, input: 'keypad', keys: ['A'], settings: 0 },
        },
      },
    ]);
    expect(bench.state.seq).toBe(0);
  });

  it('numbers samples and events together, from 1', () => {
    const bench = new Bench()
      .do({ kind: 'powered', up: 2_000 })
      .tick(60_000)
      .do({ kind: 'happened', up: 61_000, event: { kind: 'moved' } });
    expect(bench.sent.map(({ topic, body }) => [topic, body['seq']])).toEqual([
      ['events', 1],
      ['samples', 2],
      ['events', 3],
    ]);
  });

  it('has a time only once it was told', () => {
    const bench = new Bench()
      .do({ kind: 'powered', up: 2_000 })
      .knowing(3_000)
      .do({ kind: 'happened', up: 5_000, event: { kind: 'moved' } });
    const times = bench.sent.map(({ body }) => (body['events'] as { t: number | null }[])[0]?.t);
    expect(times).toEqual([null, T0 + 5_000]);
  });
});

describe('power', () => {
  it('comes with a good token: used, closed, answered', () => {
    const bench = new Bench().knowing().unlock(5_000);
    expect(bench.relay).toBe('closed');
    expect(bench.events()).toEqual(['unlock-used', 'relay-closed']);
    expect(bench.replies()).toEqual([{ v: 1, boot: 7, command: 'c2', ok: true, t: T0 + 5_000, relay: 'closed' }]);
  });

  it.each([
    ['no-time', (bench: Bench) => bench.unlock(5_000)],
    ['wrong-boot', (bench: Bench) => bench.knowing().unlock(5_000, '01JOB', { boot: 6 })],
    ['wrong-chip', (bench: Bench) => bench.knowing().unlock(5_000, '01JOB', { sub: 'DEMO0000000002' })],
    ['expired', (bench: Bench) => bench.knowing().unlock(5_000, '01JOB', { exp: (T0 + 5_000) / 1000 })],
    ['bad-signature', (bench: Bench) => bench.knowing().command(5_000, 'unlock', { token: 'x.y.z' })],
    ['unsupported', (bench: Bench) => bench.knowing().unlock(5_000, '01JOB', { outlet: 2 })],
    ['unsupported', (bench: Bench) => bench.knowing().command(5_000, 'dance')],
  ])('does not come: %s', (error, run) => {
    const bench = run(new Bench());
    expect(bench.relay).toBe('open');
    expect(bench.replies().at(-1)).toMatchObject({ ok: false, error, relay: 'open' });
  });

  it('does not come twice for one token, not even after the job has ended', () => {
    const bench = new Bench().knowing().unlock(5_000).command(6_000, 'lock', { job: '01JOB' }).unlock(7_000);
    expect(bench.relay).toBe('open');
    expect(bench.replies().at(-1)).toMatchObject({ ok: false, error: 'replayed' });
  });

  it.each([
    ['one ms before until', 7_204_999, 'closed'],
    ['at until', 7_205_000, 'open'],
  ])('goes by the chip’s own count: %s', (_, up, relay) => {
    const bench = new Bench().knowing().unlock(5_000, '01JOB', { idle: 30_000 });
    expect(nextDueUp(bench.state)).toBeLessThanOrEqual(15_000);
    expect(bench.tick(up).relay).toBe(relay);
    expect(bench.events().includes('relay-opened')).toBe(relay === 'open');
  });

  it.each([
    ['one ms before the idle limit', 620_000 + 599_999, 'closed'],
    ['at the idle limit', 620_000 + 600_000, 'open'],
  ])('goes when nobody welds: %s', (_, up, relay) => {
    const bench = new Bench().knowing().unlock(5_000).arc(600_000, 150).arc(620_000, 0);
    expect(bench.tick(up).relay).toBe(relay);
  });

  it('is not taken for idleness while the arc burns', () => {
    expect(new Bench().knowing().unlock(5_000).arc(300_000, 150).tick(1_500_000).relay).toBe('closed');
  });

  it('is never granted for more than eight hours, whatever the token says', () => {
    const bench = new Bench().knowing().unlock(5_000, '01JOB', { until: T0 / 1000 + 100_000, idle: 100_000 });
    expect(bench.tick(5_000 + 8 * HOUR - 1).relay).toBe('closed');
    expect(bench.tick(5_000 + 8 * HOUR).relay).toBe('open');
  });

  it('a lock of another job is fine and changes nothing; one without job opens whatever runs', () => {
    const bench = new Bench().knowing().unlock(5_000).command(6_000, 'lock', { job: '01OTHER', reason: 'x' });
    expect(bench.replies().at(-1)).toMatchObject({ ok: true, relay: 'closed' });
    bench.command(7_000, 'lock', { reason: 'x' });
    expect(bench.replies().at(-1)).toMatchObject({ ok: true, relay: 'open' });
  });

  it('stays through a handover, and the old job’s lock does not touch the new one', () => {
    const bench = new Bench()
      .knowing()
      .unlock(5_000, '01OLD')
      .arc(6_000, 150)
      .unlock(8_000, '01NEW')
      .command(8_100, 'lock', { job: '01OLD' });
    expect(bench.relay).toBe('closed');
    expect(bench.events()).not.toContain('relay-opened');
    expect(bench.arc(9_000, 0).sent.at(-1)?.body['events']).toMatchObject([{ kind: 'arc-stop', job: '01NEW' }]);
  });

  it('of two torches stays until both jobs are over', () => {
    const bench = new Bench({ outlets: 2 }).knowing().unlock(5_000, '01ONE').unlock(6_000, '01TWO', { outlet: 2 });
    expect(bench.command(7_000, 'lock', { job: '01ONE' }).relay).toBe('closed');
    expect(bench.command(8_000, 'lock', { job: '01TWO' }).relay).toBe('open');
  });
});

describe('what it measures', () => {
  it('an arc begins above noise and ends below it, under the job that holds the outlet', () => {
    const bench = new Bench().knowing().unlock(5_000).arc(6_000, 4.9).arc(7_000, 5).arc(8_000, 160).arc(9_000, 0);
    expect(bench.events().slice(2)).toEqual(['arc-start', 'arc-stop']);
    expect(bench.sent.at(-1)?.body['events']).toEqual([
      { kind: 'arc-stop', t: T0 + 9_000, up: 9_000, job: '01JOB', outlet: 1 },
    ]);
  });

  it('an arc without power names no job', () => {
    const [event] = new Bench().arc(6_000, 150).sent[0]?.body['events'] as object[];
    expect(event).toEqual({ kind: 'arc-start', t: null, up: 6_000, outlet: 1 });
  });

  it('means over the interval, the highest peak, and how long it burned', () => {
    const bench = new Bench().knowing().unlock(5_000).arc(7_000, 200).arc(11_000, 0).tick(15_000);
    expect(bench.samples()).toEqual([
      { t: T0 + 5_000, up: 5_000, ms: 5_000, i: 0, iMax: 0, u: 0, arcMs: 0, relay: 'open', outlet: 1 },
      {
        ...{ t: T0 + 15_000, up: 15_000, ms: 10_000, i: 80, iMax: 300, u: 36.8, arcMs: 4_000 },
        ...{ relay: 'closed', job: '01JOB', outlet: 1 },
      },
    ]);
  });

  it('samples every minute while idle and every ten seconds with power; both can be configured', () => {
    const bench = new Bench().knowing();
    expect(nextDueUp(bench.state)).toBe(60_000);
    expect(nextDueUp(bench.unlock(5_000).state)).toBe(15_000);
    const set = { sampleMs: 2_000, idleSampleMs: 20_000, arcFromA: 8, arcPauseMs: 300 };
    bench.command(6_000, 'configure', { no: 1, ...set });
    expect(nextDueUp(bench.state)).toBe(8_000);
    expect(bench.replies().at(-1)).toMatchObject({ ok: true, settings: 1 });
    expect(bench.effects).toContainEqual({
      kind: 'remember',
      flash: { boot: 7, hotp: 0, triesLeft: 5, settings: { no: 1, ...set } },
    });
  });

  it.each([
    ['a number that it has already', { no: 1, sampleMs: 5_000 }, { ok: true, settings: 1 }],
    ['an interval beyond what the page allows', { no: 2, idleSampleMs: 0 }, { ok: false, error: 'bad-value' }],
    ['a threshold that would hide arcs', { no: 2, arcFromA: 100 }, { ok: false, error: 'bad-value' }],
    ['no number', { no: null }, { ok: false, error: 'bad-value' }],
  ])('settings with %s change nothing', (_, part, answer) => {
    const set = { sampleMs: 2_000, idleSampleMs: 20_000, arcFromA: 8, arcPauseMs: 300 };
    const bench = new Bench().command(1_000, 'configure', { no: 1, ...set });
    bench.command(2_000, 'configure', { ...set, ...part });
    expect(bench.replies().at(-1)).toMatchObject(answer);
    expect(bench.state.settings).toEqual({ no: 1, ...set });
  });

  it('an arc begins at the current that was set', () => {
    const bench = new Bench().arc(1_000, 7).arc(1_500, 0);
    bench.command(2_000, 'configure', { no: 1, sampleMs: 2_000, idleSampleMs: 20_000, arcFromA: 8, arcPauseMs: 300 });
    const before = bench.sent.length;
    bench.arc(3_000, 7);
    expect(bench.sent.slice(before).map(({ topic }) => topic)).not.toContain('events');
    bench.arc(3_500, 8);
    expect(bench.sent.at(-1)?.body['events']).toMatchObject([{ kind: 'arc-start' }]);
  });

  it('answers a second `time` with a sample at once: it is asked whether it is alive', () => {
    const bench = new Bench().knowing();
    expect(bench.samples()).toHaveLength(0);
    expect(bench.command(9_000, 'time', { t: T0 + 9_000 }).samples()).toMatchObject([{ ms: 9_000 }]);
  });

  it('passes on what is to be sent again', () => {
    const bench = new Bench().command(5_000, 'resend', { boot: 7, fromSeq: 9, toSeq: 11 });
    expect(bench.effects).toEqual([{ kind: 'resend', boot: 7, fromSeq: 9, toSeq: 11 }]);
  });
});

describe('keys', () => {
  const set = (iat: number, ...keys: object[]): object => ({ iss: 'hanan', iat, keys });

  it('takes the set that a key of its own has signed, and from then on its tokens; a key that is left out is gone', () => {
    const bench = new Bench().knowing().command(2_000, 'keys', { jws: jws(set(100, jwkOf(b, 'B'))) });
    expect(bench.replies()).toMatchObject([{ ok: true, keys: ['B'] }]);
    expect(bench.unlock(3_000).relay).toBe('open');
    expect(bench.replies().at(-1)).toMatchObject({ ok: false, error: 'bad-signature' });
    const iat = (T0 + 5_000) / 1000;
    const claims = {
      iss: 'hanan',
      sub: CHIP,
      jti: 'j',
      iat,
      exp: iat + 10,
      until: iat + 60,
      idle: 60,
      boot: 7,
      outlet: 1,
    };
    expect(bench.command(5_000, 'unlock', { token: jws(claims, b, 'B') }).relay).toBe('closed');
  });

  it.each([
    ['signed by a key it does not hold', jws(set(100, jwkOf(b, 'B')), b, 'B'), 'bad-signature'],
    ['of no keys', jws(set(100)), 'unsupported'],
    ['that is none', jws({ hello: 1 }), 'unsupported'],
    ['older than the last', jws(set(99, jwkOf(a, 'A'), jwkOf(b, 'B'))), 'replayed'],
  ])('refuses a set %s', (_, text, error) => {
    const bench = new Bench().command(1_000, 'keys', { jws: jws(set(100, jwkOf(a, 'A'))) });
    bench.command(2_000, 'keys', { jws: text });
    expect(bench.replies().at(-1)).toMatchObject({ ok: false, error });
    expect(bench.state.keys.map(({ kid }) => kid)).toEqual(['A']);
  });
});

describe('a new secret', () => {
  const half = generateKeyPairSync('x25519');
  const { x = '' } = half.publicKey.export({ format: 'jwk' });
  const offer = (change: object = {}): string => jws({ iss: 'hanan', sub: CHIP, no: 2, x, ...change });
  const agreed = (theirs: string): string => {
    const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'X25519', x: theirs }, format: 'jwk' });
    const shared = diffieHellman({ privateKey: half.privateKey, publicKey }).toString('base64url');
    return createHmac('sha256', SECRET).update(`hanan-secret-v1:${CHIP}:2:${shared}`).digest('hex');
  };

  it('is what both halves and the old one come to; it holds from the first connection under it', () => {
    const bench = new Bench().command(1_000, 'secret', { jws: offer() });
    const answer = bench.replies().at(-1);
    expect(answer).toMatchObject({ ok: true });
    const hex = agreed(String(answer?.['x']));
    expect(bench.state.next?.secretHex).toBe(hex);
    expect(bench.state.secret).toEqual(SECRET);
    bench.do({ kind: 'connected', up: 2_000, rssi: -70, buffered: { fromSeq: 1, toSeq: 0 }, under: 'next' });
    expect(Buffer.from(bench.state.secret).toString('hex')).toBe(hex);
    expect(bench.state).toMatchObject({ secretNo: 2, next: null });
    expect(bench.effects.at(-2)).toMatchObject({ kind: 'remember', flash: { secret: { no: 2, hex, next: null } } });
  });

  it('the same offer again gets the same answer', () => {
    const bench = new Bench().command(1_000, 'secret', { jws: offer() }).command(2_000, 'secret', { jws: offer() });
    const [first, second] = bench.replies();
    expect(second?.['x']).toBe(first?.['x']);
  });

  it.each([
    ['for another chip', { sub: 'DEMO0000000002' }, 'wrong-chip'],
    ['with the number it has', { no: 1 }, 'replayed'],
    ['with a half that leaves the result to the sender', { x: Buffer.alloc(32).toString('base64url') }, 'bad-value'],
    ['from nobody', { iss: 'x' }, 'bad-signature'],
  ])('an offer %s is refused', (_, change, error) => {
    const bench = new Bench().command(1_000, 'secret', { jws: offer(change) });
    expect(bench.replies()).toMatchObject([{ ok: false, error }]);
    expect(bench.state.next).toBeNull();
  });
});

describe('one-time codes', () => {
  const typed = (hours: number, counter: number): string => `${hours}${hotp(codeKey(SECRET, hours), counter)}`;
  const type = (bench: Bench, up: number, code: string): Bench => bench.do({ kind: 'typed', up, code, jobId: '01OFF' });

  it('closes the relay for whole hours, tells counter and hours, and remembers the counter', () => {
    const bench = type(new Bench({ hotpCounter: 3 }), 5_000, typed(2, 4));
    expect(bench.sent.at(-1)?.body['events']).toMatchObject([
      { kind: 'offline-unlock', job: '01OFF', hotp: 5, hours: 2 },
      { kind: 'relay-closed', job: '01OFF' },
    ]);
    expect(bench.effects).toContainEqual({ kind: 'remember', flash: { boot: 7, hotp: 5, triesLeft: 5 } });
    bench.arc(2 * HOUR, 150).arc(2 * HOUR + 1, 0);
    expect(bench.tick(5_000 + 2 * HOUR - 1).relay).toBe('closed');
    expect(bench.tick(5_000 + 2 * HOUR).relay).toBe('open');
  });

  it('pauses a quarter of an hour after five wrong tries; a right code does not help meanwhile', () => {
    const bench = new Bench();
    for (let n = 0; n < 4; n += 1) type(bench, 1_000 + n, '100000000');
    expect(type(bench, 1_500, typed(1, 0)).relay).toBe('closed');
    bench.command(2_000, 'lock');
    for (let n = 0; n < 5; n += 1) type(bench, 3_000, '100000000');
    expect(type(bench, 3_000 + PAUSE_MS - 1, typed(1, 1)).relay).toBe('open');
    expect(type(bench, 3_000 + PAUSE_MS, typed(1, 1)).relay).toBe('closed');
  });

  it('pulling the plug does not end the pause', () => {
    const bench = new Bench({ triesLeft: 0 });
    expect(type(bench, PAUSE_MS - 1, typed(1, 0)).relay).toBe('open');
    expect(type(bench, PAUSE_MS, typed(1, 0)).relay).toBe('closed');
  });
});
