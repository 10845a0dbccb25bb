import { randomBytes } from 'node:crypto';
import { placesOf, type Place } from '../../src/domain/permits/approval-chain';
import { watchMs } from '../../src/domain/permits/fire-watch';
import { measuresFor } from '../../src/domain/permits/measures';
import type { PermitState } from '../../src/domain/permits/permit';
import { PermitRules } from '../../src/domain/permits/permit-rules';
import { raiseLevel } from '../../src/domain/permits/raise-level';
import { makeCode } from '../../src/domain/registry/code';
import type { Calendar } from '../../src/domain/rules/calendar';
import type { RuleBook } from '../../src/domain/rules/rule-book';
import { HOUR, MINUTE, type Instant } from '../../src/kernel/time';
import * as county from './county';
import { iso, type DemoContext, type DemoCounty } from './demo-context';
import { answersFor } from './permit-answers';
import type { PermitPlan } from './permit-plans';
import { plannedTimes } from './permit-times';
import { staffName, staffUsername } from './staff';

/** How far along its life a permit is; what lies before has happened. */
const REACHED: Readonly<Record<PermitState, number>> = {
  draft: 0, returned: 1, cancelled: 0, submitted: 1, rejected: 1, approved: 2, issued: 3, expired: 3, active: 4, suspended: 4, fire_watch: 5, closed: 6,
}; // prettier-ignore

/** Something that happened to a permit, as its history shows it. */
export interface Happening {
  readonly at: Instant;
  readonly command: string;
  readonly from: PermitState | null;
  readonly to: PermitState;
  readonly by: string;
  readonly place?: Place;
}

export interface PlannedPermit {
  readonly plan: PermitPlan;
  readonly row: Readonly<Record<string, unknown>> & { readonly id: string; readonly code: string };
  readonly measures: readonly string[];
  readonly happenings: readonly Happening[];
  readonly reached: number;
}

export interface Law {
  readonly book: RuleBook;
  readonly calendar: Calendar;
}

const SIGNERS: Readonly<Record<string, string>> = {
  'enterprise-manager': 'enterprise',
  'safety-officer': 'safety',
  'enterprise-head': 'leader',
};

/** Works a plan out by the platform's own rules: level, signatures, measures and watch are what the real thing would have. */
export function plannedPermit(
  context: DemoContext,
  made: DemoCounty,
  plan: PermitPlan,
  { book, calendar }: Law,
): PlannedPermit {
  const { now, ids } = context;
  const { regionCode } = county.enterprise(plan.enterprise);
  const times = plannedTimes(plan, now);
  const subject = { regime: plan.regime, level: plan.proposedLevel, regionCode };
  const proposed = new PermitRules(book, subject, now);
  const around = { plannedStart: times.start, plannedEnd: times.end, calendar, specialPeriods: [] };
  const { level, raisedBecause } = raiseLevel(plan.proposedLevel, around, proposed);
  const rules = proposed.withLevel(level);
  const happenings = lifeOf(plan, times, rules, now);
  const at = (command: string): string | null => {
    const found = happenings.findLast((one) => one.command === command);
    return found ? iso(found.at) : null;
  };
  const person = (username: string): string | undefined => made.userIds[username];
  const finished = happenings.find(({ command }) => command === 'finish')?.at ?? null;
  const watching = ['active', 'suspended', 'fire_watch'].includes(plan.state);
  const row = {
    id: ids.next(now),
    number: `DEMO-${String(plan.serial).padStart(6, '0')}`,
    code: makeCode(randomBytes(9)),
    ...{
      regime: plan.regime,
      level,
      proposed_level: plan.proposedLevel,
      raised_because: raisedBecause,
      state: plan.state,
    },
    enterprise_id: made.enterpriseIds[plan.enterprise],
    region_code: regionCode,
    place_name: plan.place.name,
    ...county.siteOf(plan.enterprise),
    ...{ radius_m: 100, open_air: plan.place.openAir, place_kinds: plan.place.kinds },
    ...{ content: plan.content, method: plan.method, gases: plan.gases },
    level_answers: answersFor(plan.proposedLevel, plan.place.kinds, proposed),
    ...{ planned_start: iso(times.start), planned_end: iso(times.end) },
    applicant_id: person(plan.applicant),
    fire_watch_id: person(plan.watcher),
    occupier_confirmed_at: at('occupier-confirmation'),
    ...{ occupier_code_attempts: 0, urgent: false, round: 1, approval_reminders: 0, stopped_by_authority: false },
    rule_version: REACHED[plan.state] >= 1 ? book.version : null,
    submitted_at: at('submit'),
    waiting_since: plan.state === 'submitted' ? iso(now - 5 * MINUTE) : null,
    approved_at: at('approve') !== null && REACHED[plan.state] >= 2 ? at('approve') : null,
    issued_at: at('issue') ?? at('occupier-confirmation'),
    issued_by: at('issue') === null ? null : person(staffUsername('safety', plan.enterprise)),
    watch_on_at: REACHED[plan.state] >= 4 ? at('fire-watch-on') : null,
    watcher_id: watching ? person(plan.watcher) : null,
    tapped_at: watching ? iso(now) : null,
    started_at: at('start'),
    suspended_at: at('suspend'),
    suspend_reason: plan.state === 'suspended' ? '演示：监护人临时离开' : null,
    finished_at: finished === null ? null : iso(finished),
    watch_until: finished === null ? null : iso(finished + watchMs(rules, plan.place.kinds)),
    closed_at: at('close'),
    close_note: plan.state === 'closed' ? '演示：现场无残火' : null,
    version: 1,
    created_at: iso(Math.min(...happenings.map((one) => one.at), now)),
  };
  const measures = REACHED[plan.state] >= 1 ? measuresFor(rules.measures, { openAir: plan.place.openAir, placeKinds: plan.place.kinds }) : []; // prettier-ignore
  return { plan, row, happenings, measures: measures.map(({ code }) => code), reached: REACHED[plan.state] };
}

const WORKED_MS = 2 * HOUR;

/** What happened so far, the oldest first. */
function lifeOf(plan: PermitPlan, { start }: { start: Instant }, rules: PermitRules, now: Instant): Happening[] {
  const { state, applicant, watcher, enterprise } = plan;
  const reached = REACHED[state];
  const leader = staffUsername('leader', enterprise);
  const safety = staffUsername('safety', enterprise);
  const asked = Math.min(start - 2 * HOUR, now - 20 * MINUTE);
  const life: Happening[] = [{ at: asked, command: 'create', from: null, to: 'draft', by: applicant }];
  const add = (at: Instant, command: string, to: PermitState, by: string, place?: Place): void => {
    life.push({ at: Math.min(at, now), command, from: life.at(-1)?.to ?? null, to, by, ...(place ? { place } : {}) });
  };
  if (state === 'cancelled') add(asked + 5 * MINUTE, 'cancel', 'cancelled', applicant);
  if (reached >= 1) add(asked + 3 * MINUTE, 'submit', 'submitted', applicant);
  if (state === 'returned') add(asked + 8 * MINUTE, 'return', 'returned', safety);
  if (state === 'rejected') add(asked + 8 * MINUTE, 'reject', 'rejected', safety);
  if (reached >= 2) sign(plan, asked + 6 * MINUTE, rules, add);
  if (reached >= 3 && !rules.occupierConfirms) add(asked + 15 * MINUTE, 'issue', 'issued', safety);
  if (state === 'expired') add(start + HOUR, 'expire', 'expired', leader);
  if (reached < 4) return life;
  add(start - 10 * MINUTE, 'fire-watch-on', 'issued', watcher);
  add(start - 5 * MINUTE, 'measures', 'issued', watcher);
  add(start, 'start', 'active', watcher);
  if (state === 'suspended') add(now - 5 * MINUTE, 'suspend', 'suspended', watcher);
  if (reached < 5) return life;
  const finished = state === 'fire_watch' ? Math.max(start, now - 5 * MINUTE) : start + WORKED_MS;
  add(finished, 'finish', 'fire_watch', watcher);
  if (reached === 6) add(finished + watchMs(rules, plan.place.kinds) + 2 * MINUTE, 'close', 'closed', watcher);
  return life;
}

type Add = (at: Instant, command: string, to: PermitState, by: string, place?: Place) => void;

/** The chain that rules ask for, signed one after the other; a small job is confirmed by the occupier instead. */
function sign({ enterprise }: PermitPlan, from: Instant, rules: PermitRules, add: Add): void {
  if (rules.occupierConfirms) return add(from, 'occupier-confirmation', 'issued', '');
  const places = placesOf(rules.chain);
  places.forEach((place, n) => {
    const by = staffUsername(SIGNERS[place.roles[0] ?? ''] ?? 'leader', enterprise);
    const at = from + n * 2 * MINUTE;
    if (place.siteVisit) add(at - MINUTE, 'site-visit', 'submitted', by);
    add(at, 'approve', n === places.length - 1 ? 'approved' : 'submitted', by, place);
  });
}

/** Who did it, as the history prints it. */
export const happenedBy = ({ by, command }: Happening): string =>
  command === 'expire' ? '平台' : by === '' ? '演示场所使用人' : staffName(by);
