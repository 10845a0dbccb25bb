import type { Decision } from '../authorization/authorize';
import { isHeard } from '../authorization/chip-rules';
import type { Facts, PermitFacts } from '../authorization/facts';
import { holdsUntil } from '../authorization/level-rules';
import { rulesFor } from '../authorization/permit-rules';
import { patienceEndsAt } from '../permits/fire-watch';
import { gasTestAsked } from '../permits/gas-asked';
import { coversUntil, startsUntil } from '../permits/gas-freshness';
import type { PermitRules } from '../permits/permit-rules';
import { isStrictest } from '../permits/raise-level';
import { ok, refused, type Result } from '../../kernel/result';
import type { Instant } from '../../kernel/time';
import { offlineWindow, type OfflineWindow } from './offline-window';

export type OfflineFault =
  'job.offline-no-chip' | 'offline.special' | 'job.offline-measured' | 'offline.chip-heard' | 'job.offline-too-short';

/**
 * A chip that works by a one-time code cannot receive a stop. So a code is given only while the chip is not heard, or
 * ahead of time for a place that a responsible person declared to be without signal. It never lasts longer than work
 * may go on unseen.
 */
export function offlineCode(facts: Facts, decision: Decision, at: Instant): Result<OfflineWindow, OfflineFault> {
  const { chip, machine } = facts;
  const permit = facts.permits.find(({ id }) => id === decision.permitId) ?? null;
  if (!machine || !chip || chip.blocked || machine.control === 'code-only') return refused('job.offline-no-chip');
  const under = permit && { permit, rules: rulesFor(permit, facts, at) };
  const tooGrave = under && graveFault(under);
  if (tooGrave) return refused(tooGrave);
  if (isHeard(chip, facts.rules, at) && !withoutSignal(permit, facts)) return refused('offline.chip-heard');
  const window = windowOf(facts, decision, under, at);
  return window === null ? refused('job.offline-too-short') : ok(window);
}

interface Under {
  readonly permit: PermitFacts;
  readonly rules: PermitRules;
}

/** Work that has to stop at once when something is wrong needs a chip that can be told to. */
function graveFault({ permit, rules }: Under): OfflineFault | null {
  if (permit.regime === 'chemical' && isStrictest(permit.level, rules)) return 'offline.special';
  return rules.gasContinuousMs === null ? null : 'job.offline-measured';
}

const withoutSignal = (permit: PermitFacts | null, { designatedArea }: Facts): boolean =>
  (permit ? permit.withoutSignal : designatedArea?.withoutSignal) ?? false;

/** Typed and burnt up within the permit, its usable time, its gas test and the patience for the watcher's next tap. */
function windowOf(facts: Facts, { until }: Decision, under: Under | null, at: Instant): OfflineWindow | null {
  if (until === null) return null;
  const end = under ? endOf(under, facts, at) : (facts.designatedArea?.validTo ?? null);
  const window = offlineWindow(end === null ? until : Math.min(until, end), end, at);
  const freshUntil = under ? startsBy(under) : Infinity;
  return window && { ...window, validUntil: Math.min(window.validUntil, freshUntil) };
}

function endOf({ permit, rules }: Under, facts: Facts, at: Instant): Instant {
  const usable = holdsUntil(permit, facts, at)?.at ?? Infinity;
  const gas = neededTest({ permit, rules });
  const measured = gas === null ? Infinity : coversUntil(gas, rules, permit);
  const { watchOnAt = null, tappedAt = null } = permit;
  const watched = patienceEndsAt({ watchOnAt, tappedAt }, rules) ?? Infinity;
  return Math.min(permit.plannedEnd, usable, measured, watched);
}

/** The last moment for beginning under the gas test, while nobody works. */
function startsBy(under: Under): Instant {
  const gas = neededTest(under);
  return gas === null ? Infinity : startsUntil(gas, under.permit.lastWorkAt, under.rules);
}

const neededTest = ({ permit, rules }: Under) =>
  gasTestAsked(permit, rules) === 'required' ? permit.lastGasTest : null;
