import * as fc from 'fast-check';
import { authorize } from '../../../src/domain/authorization/authorize';
import type { PermitFacts } from '../../../src/domain/authorization/facts';
import { PermitRules } from '../../../src/domain/permits/permit-rules';
import { raiseLevel } from '../../../src/domain/permits/raise-level';
import type { Calendar, DayKind } from '../../../src/domain/rules/calendar';
import { DAY, HOUR, MINUTE, shanghaiDate, type Instant } from '../../../src/kernel/time';
import { seededBook } from '../rules/seeded-book';
import { perfect, permit } from './perfect-facts';

const REGIMES = [
  ['chemical', 'special'],
  ['chemical', 'first'],
  ['chemical', 'second'],
  ['general', 'ordinary'],
  ['construction', 'third'],
  ['small', 'one'],
] as const;

interface Moment {
  readonly at: Instant;
  readonly dayKind: DayKind | null;
  readonly yearKnown: boolean;
  readonly specialPeriod: boolean;
}

/** What a permit would have to be at, had somebody submitted it for this one millisecond. */
function submitted(proposed: string, { at, dayKind, yearKnown, specialPeriod }: Moment, one: PermitFacts): string {
  const date = shanghaiDate(at);
  const calendar: Calendar = {
    years: new Set(yearKnown ? [Number(date.slice(0, 4))] : []),
    days: new Map(dayKind === null ? [] : [[date, { kind: dayKind, name: '测试' }]]),
  };
  const period = { id: 'S', name: '重点时段', regionCode: '41', from: at - HOUR, to: at + HOUR };
  const around = { plannedStart: at, plannedEnd: at + 1, calendar, specialPeriods: specialPeriod ? [period] : [] };
  return raiseLevel(proposed, around, new PermitRules(seededBook, one, at)).level;
}

/** The level that power asks for under a permit at the level it has by itself; null: it is high enough. */
function neededForPower({ at, dayKind, yearKnown, specialPeriod }: Moment, one: PermitFacts): unknown {
  const facts = { ...perfect, rules: seededBook, calendar: { dayKind, yearKnown } };
  const { findings } = authorize({ ...facts, permits: [{ ...one, specialPeriod }] }, at);
  return findings.find(({ code }) => code === 'permit.level-too-low')?.params['needed'] ?? null;
}

it('submission and power never disagree about what raises a level at a moment', () => {
  const minute = fc.integer({ min: 0, max: 14 * 24 * 60 }).map((n) => n * MINUTE);
  const moments = fc.record({
    at: fc
      .tuple(minute, fc.constantFrom(-1, 0, 1))
      .map(([n, near]) => Date.parse('2026-11-20T00:00:00+08:00') + DAY + n + near),
    dayKind: fc.constantFrom<(DayKind | null)[]>(null, null, 'legal-holiday', 'rest-day', 'adjusted-workday'),
    yearKnown: fc.constantFrom(true, true, true, false),
    specialPeriod: fc.constantFrom(false, false, false, true),
  });
  fc.assert(
    fc.property(fc.constantFrom(...REGIMES), moments, ([regime, level], moment) => {
      const one = { ...permit, regime, level, proposedLevel: level };
      const asked = submitted(level, moment, one);
      expect(neededForPower(moment, one)).toBe(asked === level ? null : asked);
    }),
    { numRuns: 1_000 },
  );
});
