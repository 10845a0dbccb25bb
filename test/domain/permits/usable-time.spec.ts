import * as fc from 'fast-check';
import { authorize } from '../../../src/domain/authorization/authorize';
import type { PermitFacts } from '../../../src/domain/authorization/facts';
import { PermitRules } from '../../../src/domain/permits/permit-rules';
import { excludedBy, usableTimes, usableUntil, type Outlook } from '../../../src/domain/permits/usable-time';
import type { CalendarDay, DayKind } from '../../../src/domain/rules/calendar';
import { RuleBook, type RuleVersion } from '../../../src/domain/rules/rule-book';
import { DAY, HOUR, MINUTE, overlaps, shanghaiDate, type Instant, type Period } from '../../../src/kernel/time';
import { perfect, permit } from '../authorization/perfect-facts';
import { seededVersions } from '../rules/seeded-book';

const MIDNIGHT = Date.parse('2026-11-27T00:00:00+08:00'); // a Friday
const china = (time: string): Instant => Date.parse(`2026-${time}+08:00`);

interface World {
  readonly permit: PermitFacts;
  readonly days: readonly CalendarDay[];
  readonly periods: readonly Period[];
  readonly book: RuleBook;
}

const version = (key: string, value: unknown, validFrom: Instant, of: Partial<RuleVersion> = {}): RuleVersion => ({
  id: `test-${key}-${validFrom}`,
  key,
  value,
  regime: '',
  level: '',
  regionCode: '411003',
  validFrom,
  validTo: null,
  source: 'test',
  certainty: 'default',
  ...of,
});

/** What authorisation would be told at a moment. */
function decide({ permit: one, days, periods, book }: World, at: Instant) {
  const dates = Object.fromEntries(days.map((day, i) => [shanghaiDate(MIDNIGHT + i * DAY), day]));
  const { [shanghaiDate(at)]: calendar = { dayKind: null, yearKnown: false }, ...daysAhead } = dates;
  const facts: PermitFacts = {
    ...one,
    specialPeriod: periods.some(({ from, to }) => from <= at && at < to),
    specialPeriodsAhead: periods.filter(({ from }) => from > at),
  };
  return authorize({ ...perfect, rules: book, calendar, daysAhead, permits: [facts] }, at);
}

const BY_TIME = ['permit.level-too-low', 'place.closed-hours-only'];
const allowed = (world: World, at: Instant): boolean =>
  !decide(world, at).findings.some(({ code }) => BY_TIME.includes(code));

const outlookOf = ({ days, periods }: World): Outlook => ({
  days: Object.fromEntries(days.map((day, i) => [shanghaiDate(MIDNIGHT + i * DAY), day])),
  specialPeriods: periods,
});
const rulesOf = ({ permit: one, book }: World, at: Instant): PermitRules => new PermitRules(book, one, at);

const minute = (days: number): fc.Arbitrary<Instant> =>
  fc.integer({ min: 0, max: days * 24 * 60 }).map((n) => MIDNIGHT + n * MINUTE);
const clock = fc
  .integer({ min: 0, max: 24 * 60 - 1 })
  .map((n) => `${String(Math.floor(n / 60)).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}`);
const hours = fc.record({ from: clock, to: clock });
const worlds: fc.Arbitrary<World> = fc
  .record({
    work: fc.constantFrom(
      ...[
        ['chemical', 'second', 'second'],
        ['chemical', 'first', 'second'],
        ['chemical', 'first', 'first'],
        ['chemical', 'special', 'special'],
        ['general', 'ordinary', 'ordinary'],
        ['small', 'one', 'one'],
      ],
    ),
    placeKinds: fc.subarray(['crowded', 'small-venue', 'public-entertainment', 'height']),
    days: fc.array(
      fc.record({
        dayKind: fc.constantFrom<(DayKind | null)[]>(null, null, null, 'legal-holiday', 'rest-day', 'adjusted-workday'),
        yearKnown: fc.constantFrom(true, true, true, true, false),
      }),
      { minLength: 5, maxLength: 5 },
    ),
    periods: fc.array(
      fc.tuple(minute(4), fc.integer({ min: 1, max: 900 })).map(([from, n]) => ({ from, to: from + n * MINUTE })),
      { maxLength: 2 },
    ),
    night: fc.option(fc.tuple(hours, minute(4)), { freq: 2 }),
    opening: fc.option(fc.tuple(hours, minute(4)), { freq: 2 }),
  })
  .map(({ work: [regime, level, proposedLevel], placeKinds, days, periods, night, opening }) => ({
    permit: {
      ...permit,
      regime: regime as PermitFacts['regime'],
      level: level!,
      proposedLevel: proposedLevel!,
      placeKinds,
      plannedStart: MIDNIGHT,
      plannedEnd: MIDNIGHT + 4 * DAY,
    },
    days,
    periods,
    book: new RuleBook(
      [
        ...seededVersions,
        ...(night ? [version('permit.night', night[0], night[1])] : []),
        ...(opening ? [version('place.closed-hours-only', { crowded: opening[0] }, opening[1])] : []),
      ],
      'test',
    ),
  }));

describe('D10 one answer to the question until when a permit may be used', () => {
  it('power is given at a minute exactly where the answer of every earlier allowed minute says so, over four days', () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const minutes = Array.from({ length: 4 * 24 * 60 }, (_, n) => MIDNIGHT + n * MINUTE);
        const open = minutes.map((at) => allowed(world, at));
        const outlook = outlookOf(world);
        const time = { from: MIDNIGHT, to: MIDNIGHT + 4 * DAY };
        // the stretches are the allowed minutes, and from any of them the answer is its stretch's end
        const stretches = usableTimes(world.permit, outlook, rulesOf(world, MIDNIGHT), time);
        expect(minutes.map((at) => stretches.some(({ from, to }) => from <= at && at < to))).toEqual(open);
        for (const { from, to } of stretches)
          for (const at of [from, Math.floor((from + to) / 2), to - 1]) {
            const end = usableUntil(world.permit, outlook, rulesOf(world, at), { from: at, to: time.to })?.at;
            expect(end ?? time.to).toBe(to);
            expect(decide(world, at).until).toBe(Math.min(to, at + 8 * HOUR));
          }
      }),
      { numRuns: 8 },
    );
  }, 120_000);

  it('agrees with authorisation to the millisecond around each turn', () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const time = { from: MIDNIGHT, to: MIDNIGHT + 4 * DAY };
        for (const { from, to } of usableTimes(world.permit, outlookOf(world), rulesOf(world, MIDNIGHT), time)) {
          expect([allowed(world, from), allowed(world, to - 1)]).toEqual([true, true]);
          if (from > time.from) expect(allowed(world, from - 1)).toBe(false);
          if (to < time.to) expect(allowed(world, to)).toBe(false);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('a permit of the second level', () => {
  const workday: CalendarDay = { dayKind: null, yearKnown: true };
  const second = { ...permit, level: 'second', proposedLevel: 'second' };
  const at = china('11-27T08:00');
  const ask = (
    change: Partial<PermitFacts>,
    to: Instant,
    outlook: Partial<Outlook> = {},
    book = new RuleBook(seededVersions, 's'),
  ) => {
    const days = Object.fromEntries([0, 1, 2, 3].map((i) => [shanghaiDate(MIDNIGHT + i * DAY), workday]));
    const one = { ...second, ...change };
    const around = { days, specialPeriods: [], ...outlook };
    return [usableUntil, excludedBy].map((question) =>
      question(one, around, new PermitRules(book, one, at), { from: at, to }),
    ) as [ReturnType<typeof usableUntil>, ReturnType<typeof excludedBy>];
  };

  it('may be used until the night, and not one millisecond longer', () => {
    const night = china('11-27T22:00');
    expect(ask({}, night)).toEqual([null, []]);
    expect(ask({}, night + MINUTE)).toEqual([{ at: night, because: ['night'] }, ['night']]);
  });

  it('of 72 h from Friday to Monday has no nights and no weekend', () => {
    const [until, excluded] = ask({}, china('11-30T08:00'));
    expect(until).toEqual({ at: china('11-27T22:00'), because: ['night'] });
    expect([...excluded].sort()).toEqual(['night', 'rest-day']);
  });

  it('ends where a special period begins, a year is unknown, or a rule brings the night forward', () => {
    const end = china('11-27T18:00');
    const noon = china('11-27T12:00');
    const special = [{ from: noon, to: noon + DAY }];
    expect(ask({}, end, { specialPeriods: special })[0]).toEqual({ at: noon, because: ['special-period'] });
    expect(ask({}, end, { days: {} })[0]).toEqual({ at, because: ['calendar-unknown'] });
    const darker = new RuleBook(
      [...seededVersions, version('permit.night', { from: '12:00', to: '06:00' }, at + HOUR)],
      's',
    );
    expect(ask({}, end, {}, darker)[0]).toEqual({ at: noon, because: ['night'] });
    const late = new RuleBook(
      [...seededVersions, version('permit.night', { from: '07:00', to: '06:00' }, noon + 1)],
      's',
    );
    expect(ask({}, end, {}, late)[0]).toEqual({ at: noon + 1, because: ['night'] });
  });

  it('raised to the first level holds through all of it', () => {
    expect(ask({ level: 'first' }, china('11-30T08:00'))).toEqual([null, []]);
  });

  it('for work of the first level may never be used', () => {
    expect(ask({ proposedLevel: 'first' }, china('11-27T12:00'))[0]).toEqual({ at, because: ['level-too-low'] });
  });
});

it('stretches of use never overlap', () => {
  fc.assert(
    fc.property(worlds, (world) => {
      const times = usableTimes(world.permit, outlookOf(world), rulesOf(world, MIDNIGHT), {
        from: MIDNIGHT,
        to: MIDNIGHT + 4 * DAY,
      });
      expect(times.some((one, i) => times.slice(i + 1).some((other) => overlaps(one, other)))).toBe(false);
    }),
    { numRuns: 50 },
  );
});
