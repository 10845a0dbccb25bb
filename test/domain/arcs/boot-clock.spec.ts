import { correctTime, refineBootClock, type BootClock } from '../../../src/domain/arcs/boot-clock';
import { DAY, HOUR, MINUTE, SECOND } from '../../../src/kernel/time';

const BOOT = Date.parse('2026-06-10T01:00:00Z');
const born: BootClock = { epoch: BOOT, born: true };
const unborn: BootClock = { epoch: BOOT, born: false };

describe('the time of something a chip says', () => {
  const up = 10 * MINUTE;
  const truth = BOOT + up;
  /** What a clock off by `off` gives, heard of a second later. */
  const seen = (off: number, boot = born) => correctTime({ t: truth + off, up }, boot, truth + SECOND);

  it.each<[string, number, string, number]>([
    ['right', 0, 'ok', 0],
    ['1 s fast', SECOND, 'ok', SECOND],
    ['1 s slow', -SECOND, 'ok', -SECOND],
    ['5 min fast', 5 * MINUTE, 'corrected', 0],
    ['5 min slow', -5 * MINUTE, 'corrected', 0],
    ['1 day fast', DAY, 'corrected', 0],
    ['1 day slow', -DAY, 'corrected', 0],
    ['in 1970', -truth, 'corrected', 0],
    ['in 2099', Date.parse('2099-01-01T00:00:00Z') - truth, 'corrected', 0],
  ])('clock %s', (_, off, clock, at) => {
    expect(seen(off)).toEqual({ clock, at: truth + at });
  });

  const tolerance = 2 * SECOND + up * 1e-4;
  it.each([
    ['at the tolerance', tolerance, 'ok'],
    ['one ms more', tolerance + 1, 'corrected'],
  ])('fast or slow %s', (_, off, clock) => {
    expect([seen(off).clock, seen(-off).clock]).toEqual([clock, clock]);
  });

  it('a chip without clock: counted from the beginning of its boot', () => {
    expect(correctTime({ t: null, up }, born, truth + HOUR)).toEqual({ at: truth, clock: 'none' });
  });

  it('nothing happened later than it was heard of', () => {
    expect(correctTime({ t: null, up: 2 * HOUR }, born, truth)).toEqual({ at: truth, clock: 'none' });
  });

  it('a boot that was never in contact is believed, unless it claims the future or a year ago', () => {
    const received = truth + DAY;
    const told = (t: number) => correctTime({ t, up }, { epoch: received - up, born: false }, received).clock;
    expect(told(truth)).toBe('ok');
    expect(told(received - 365 * DAY)).toBe('ok');
    expect(told(received - 367 * DAY)).toBe('corrected');
    expect(told(received + MINUTE)).toBe('corrected');
  });

  it('a clock that jumps backwards within a boot keeps the order of `up`', () => {
    const later = correctTime({ t: truth - HOUR, up: up + MINUTE }, born, truth + MINUTE);
    expect(later).toEqual({ at: truth + MINUTE, clock: 'corrected' });
    expect(later.at).toBeGreaterThan(seen(0).at);
  });
});

describe('when a boot began', () => {
  it('the earliest receipt minus `up`, in whatever order they come', () => {
    const told: [number, number][] = [[10_000, BOOT + 15_000], [20_000, BOOT + 20_500], [5_000, BOOT + 90_000]]; // prettier-ignore
    const refined = (all: typeof told) =>
      all.reduce<BootClock | null>((clock, [up, at]) => refineBootClock(clock, up, at, false), null);
    expect(refined(told)).toEqual({ epoch: BOOT + 500, born: false });
    expect(refined([...told].reverse())).toEqual({ epoch: BOOT + 500, born: false });
  });

  it('a birth makes it exact', () => {
    expect(refineBootClock(unborn, 1_000, BOOT + 900, true)).toEqual({ epoch: BOOT - 100, born: true });
    expect(refineBootClock(unborn, 1_000, BOOT + 900, false)).toEqual({ epoch: BOOT - 100, born: false });
  });

  it('a later birth follows the drift of the crystal, within 100 ppm', () => {
    const up = 10 * DAY;
    const limit = SECOND + up * 1e-4;
    expect(refineBootClock(born, up, BOOT + up + limit, true).epoch).toBe(BOOT + limit);
    expect(refineBootClock(born, up, BOOT + up + limit + 1, true).epoch).toBe(BOOT);
  });
});
