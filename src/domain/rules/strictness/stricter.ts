import type { RuleKey } from '../rule-catalogue';
import {
  addsNone,
  atLeastThese,
  demanded,
  each,
  forbidden,
  higher,
  hoursWidened,
  includesAll,
  linesKept,
  lower,
  minutesByPlace,
  ranked,
  unchanged,
  type Direction,
} from './directions';

const toxic = each({ ceilingMgM3: lower, timeWeightedMgM3: lower, shortTermMgM3: lower });

/**
 * In which direction each rule becomes stricter. A rule that is missing here has no direction (an order of signatures, a
 * table of questions, patience with an approver): only the administrator writes it.
 */
const DIRECTIONS: Readonly<Partial<Record<RuleKey, Direction>>> = {
  'inspection.warn-days': higher,
  'inspection.longest-months': lower,
  'job.longest-hours': lower,
  'certificate.scanned-hours': lower,
  'certificate.grid-worker-verifies': forbidden,
  'roll-out.honest-refused-percent': lower,
  'help.longest-grant-hours': lower,
  'job.stop-grace-seconds': lower,
  'job.photo-fresh-minutes': lower,
  'job.photo-required': demanded,
  'place.radius': each({ max: lower, default: lower }),
  'place.worst-accuracy-m': lower,
  'place.chip-apart-m': lower,
  'place.proof-photo-fresh-minutes': lower,
  'place.photo-check-minutes': lower,
  'place.beyond-region-km': lower,
  'place.workshop-days': lower,
  'place.workshop-seen-within-m': lower,
  'place.closed-hours-only': atLeastThese(hoursWidened),
  'place.open-hours-exception': each({ placeKinds: addsNone, measures: includesAll }),
  'weather.wind-grade': lower,
  'permit.small-again': each({ times: lower, days: higher, withinM: higher }),
  'permit.small-same-place': includesAll,
  // places that lie nearer together than this count as one
  'permit.occupier-places': each({ places: lower, days: higher, withinM: lower }),
  'permit.place-answers': atLeastThese(includesAll),
  'permit.longest-hours': lower,
  'permit.same-day': demanded,
  'permit.start-tolerance-minutes': lower,
  'permit.raise-on': includesAll,
  'permit.night': hoursWidened,
  'permit.nobody-signs-twice': demanded,
  'permit.small-firm': each({ people: lower, confirmedWithinDays: lower }),
  'permit.contractor-agreement': ranked('warn', 'ask', 'refuse'),
  'permit.occupier-confirms': demanded,
  'permit.urgent': each({
    allowed: forbidden,
    countersignHours: lower,
    closedBy: each({ times: lower, days: higher }),
  }),
  'permit.measures': linesKept(unchanged),
  'permit.required-records': includesAll,
  'permit.records-hold-start': demanded,
  'permit.video-days': higher,
  'permit.fire-watch': ranked('occupier-may', 'occupier-agrees', 'required'),
  'permit.fire-watch-minutes': minutesByPlace,
  'permit.watch-tap-minutes': each({ every: lower, patience: lower }),
  'permit.watcher-training': ranked('observe', 'warn', 'enforce'),
  'permit.watcher-once': demanded,
  'permit.measures-anew': demanded,
  'permit.close-photo': demanded,
  'permit.gas-test': ranked('none', 'optional', 'required'),
  // a question asks for a test but at the kinds of places that explain the answer: fewer of them are stricter
  'permit.gas-test-when': each({
    placeKinds: includesAll,
    answers: linesKept(each({ unlessPlaceKinds: addsNone })),
  }),
  'permit.gas-record-minutes': atLeastThese(lower),
  'permit.gas-fresh-minutes': lower,
  'permit.gas-interruption-minutes': lower,
  'permit.gas-continuous-minutes': lower,
  'permit.gas-limits': each({
    highLelMax: lower,
    lowLelMax: lower,
    combustibleLelMax: lower,
    oxygen: each({ min: higher, max: lower, enrichedMax: lower }),
    gases: atLeastThese(each({ toxic })),
  }),
  'permit.simops': linesKept(each({ distanceM: higher, severity: ranked('warn', 'block') })),
  'permit.retention-days': higher,
  'training.valid-months': lower,
  'training.attendance-percent': higher,
  'training.attempts-a-day': lower,
  'training.sign-in-within-m': lower,
  'training.sign-in-early-minutes': lower,
  'self-check.cadence': each({
    months: lower,
    highRiskMonths: lower,
    highRiskIndustries: includesAll,
    leastDays: lower,
  }),
  'drill.cadence': each({ months: lower, highRiskMonths: lower, highRiskIndustries: includesAll }),
  'internal-report.answer-days': lower,
  'self-check.items': linesKept(unchanged),
  'practice.longest-hours': lower,
  'practice.most-pupils': lower,
  'practice.presence-minutes': lower,
  'supervision.watch-patience-minutes': lower,
  'supervision.due-days': atLeastThese(lower),
  'supervision.escalation-days': atLeastThese(lower),
  'supervision.reminder-days': includesAll,
  'supervision.repeat-offenders': each({ times: lower, months: higher }),
  'supervision.look-back-months': higher,
  'supervision.remote-scan-m': lower,
  'supervision.severity': atLeastThese(higher),
};

const directionOf = (key: string): Direction | null =>
  Object.hasOwn(DIRECTIONS, key) ? (DIRECTIONS[key as RuleKey] ?? null) : null;

/** Whether a region may set a value of its own: only where it is clear which value is stricter. */
export const hasDirection = (key: string): boolean => directionOf(key) !== null;

/** How a wished value compares with the shipped one; `undirected`: the rule knows no stricter and no looser. */
export function stricter(
  key: string,
  shipped: unknown,
  wished: unknown,
): 'stricter' | 'same' | 'looser' | 'undirected' {
  const direction = directionOf(key);
  if (!direction) return 'undirected';
  if (unchanged(shipped, wished)) return 'same';
  return direction(shipped, wished) ? 'stricter' : 'looser';
}
