import { validityOf } from '../../domain/certificates/certificate-rules';
import type { EndingFacts } from '../../domain/jobs/ending';
import { endingLimitsAt } from '../../domain/jobs/job-limits';
import { someoneWatches, type Watching } from '../../domain/permits/fire-watch';
import { gasTestAsked } from '../../domain/permits/gas-asked';
import { PermitRules } from '../../domain/permits/permit-rules';
import type { RuleBook } from '../../domain/rules/rule-book';
import { usableUntil, type UsableEnd } from '../../domain/permits/usable-time';
import { DAY, SECOND, type Instant } from '../../kernel/time';
import type { EndingRow } from './endings.view';

export function endingFacts(row: EndingRow, rules: RuleBook, at: Instant): EndingFacts {
  return {
    state: row.state === 'reserved' ? 'reserved' : 'running',
    reservedAt: row.reservedAt,
    runningAt: row.runningAt,
    workUntil: row.workUntil,
    permit: permitFacts(row, rules, at),
    areaEndsAt: row.areaValidTo,
    certificate: {
      revoked: row.certificateRevoked,
      coversUntil: coversUntil(row),
    },
    practiceUntil: row.practiceUntil,
    outOfService: row.machineOut ? 'machine-out' : row.welderOut ? 'welder-suspended' : null,
    lastArcAt: row.lastArcAt,
    arcOpen: row.arcOpen,
    idleLimitMs: row.idleLimitS * SECOND,
    restarted: row.chipBoot !== null && row.boot !== null && row.chipBoot > row.boot,
    tampered: row.tamper === true,
    limits: endingLimitsAt(rules, row.regionCode, at),
  };
}

/** A verified card to its last day; without one, what a scan speaks for. */
const coversUntil = ({ coveredTo, claimedUntil }: EndingRow): Instant | null =>
  coveredTo === null ? claimedUntil : Math.max(validityOf(coveredTo, coveredTo).to, claimedUntil ?? 0);

const watchingOf = (row: EndingRow): Watching => ({
  fireWatchId: row.fireWatchId,
  watchOn: row.watchOn,
  occupierConfirmed: row.occupierConfirmed,
});

function permitFacts(row: EndingRow, book: RuleBook, at: Instant): EndingFacts['permit'] {
  if (row.permitState === null) return null;
  const subject = { regime: row.permitRegime ?? '', level: row.permitLevel ?? '', regionCode: row.regionCode };
  const rules = new PermitRules(book, subject, at);
  const place = { placeKinds: row.placeKinds ?? [], levelAnswers: row.levelAnswers ?? [] };
  return {
    state: row.permitState,
    plannedEnd: row.plannedEnd!,
    watcherGone: !someoneWatches(watchingOf(row), rules),
    gasTestFailed: row.gasFailed === true && gasTestAsked(place, rules) !== 'none',
    usableUntil: permitUsableUntil(row, book, at),
  };
}

/** Counted from the beginning of the job, so that the moment stays where it is once it has passed. */
function permitUsableUntil(row: EndingRow, book: RuleBook, at: Instant): UsableEnd | null {
  const { permitRegime: regime, permitLevel: level, permitProposedLevel: proposedLevel, permitRegion } = row;
  if (regime === null || level === null || proposedLevel === null) return null;
  const permit = {
    level,
    proposedLevel,
    placeKinds: row.placeKinds ?? [],
    siteHours: row.siteHours ?? {},
    measures: row.measuresConfirmed.map((code) => ({ code, confirmed: true })),
  };
  const rules = new PermitRules(book, { regime, level, regionCode: permitRegion ?? row.regionCode }, at);
  const time = { from: row.reservedAt, to: Math.min(row.plannedEnd ?? at, at + DAY) };
  return usableUntil(permit, { days: row.days, specialPeriods: row.specialPeriods }, rules, time);
}
