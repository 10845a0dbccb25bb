import { LifeCycle } from '../../kernel/life-cycle';
import { mayAmend } from './amendment';
import { ENDED_BY_TIME } from './effective-state';
import { onSite, onSiteConfirmed, measuresGas, anyoneConcerned, applicant, mayCallOff, mayIssue, mayTurnDown, occupierOnly, plantOnly, platformOnly, qualifiedToWatch, resumes, watcherOnly, watcherOrApplicant, watcherOrSafetyOfficer } from './people'; // prettier-ignore
import { mayRecord, recordsMade } from './paper-records';
import { outsidePeopleInOrder } from './outside-people';
import type { PermitState } from './permit';
import {
  anotherThanNow,
  asksForVisit,
  closingPhoto,
  complete,
  endReached,
  freeToWatch,
  gasInOrder,
  keptHere,
  measuresConfirmed,
  noResidualFire,
  notTooEarly,
  occupierAgreed,
  occupierIsAsked,
  occupierStays,
  onDuty,
  reasonOwed,
  secondPersonKnew,
  urgentAndUnsigned,
  watched,
  watchOver,
  wasExtended,
  workWasBegun,
} from './readiness';
import { closedHere, occupierHere, onThePlace, placeShown, visitShown } from './on-the-spot';
import type { Reason } from './reason';
import {
  completesApproval,
  hasPlaceInChain,
  mayApprove,
  mayCountersign,
  siteVisited,
  waitsForSignatures,
} from './signing';
import { all, type PermitSnapshot } from './snapshot';

/** Commands of people, by the names the interface fixes. */
export const PERMIT_COMMANDS = [
  'submit', 'approve', 'return', 'reject', 'issue', 'measures', 'gas-test', 'fire-watch-on', 'fire-watch-off',
  'start', 'suspend', 'resume', 'finish', 'close', 'cancel', 'amend', 'watch-tap', 'substitute-watch', 'site-visit', 'countersign',
  'work-leader-opinion', 'briefing', 'briefing-received', 'shift-check',
] as const; // prettier-ignore
export type PermitCommand = (typeof PERMIT_COMMANDS)[number];

/** Changes without a command: the occupier's code, the clock, an extension that takes the work over, a permit that a plant has signed. */
export const PERMIT_OCCURRENCES = ['occupier-confirmation', 'expire', 'hand-over', 'take-in'] as const;
type PermitOccurrence = (typeof PERMIT_OCCURRENCES)[number];

export type PermitStep = PermitCommand | PermitOccurrence;

const same = ({ state }: PermitSnapshot): PermitState => state;
const suspendedIfActive = ({ state }: PermitSnapshot): PermitState => (state === 'active' ? 'suspended' : state);
/** A small job is not issued by anybody: it is valid once all have agreed. */
const approvedTo = ({ rules }: PermitSnapshot): PermitState => (rules.occupierConfirms ? 'issued' : 'approved');
const AT_WORK = ['issued', 'active', 'suspended'] as const;

/**
 * The life of a permit (domain.md, section 5). There is no way around this table: people, timers and feeds all step
 * through it, and every screen draws the commands it names. A step that leads to the same state is a step all the same.
 */
export const permitLifeCycle = new LifeCycle<PermitState, PermitStep, PermitSnapshot, Reason>({
  submit: { from: ['draft', 'returned'], to: 'submitted', when: all(applicant, complete) },
  // Signed and issued at the plant: nobody here is asked again, and all that the law asks is asked of it.
  'take-in': { from: ['draft'], to: 'issued', when: all(plantOnly, complete, outsidePeopleInOrder) },
  'site-visit': {
    from: ['submitted'],
    to: 'submitted',
    when: all(hasPlaceInChain, asksForVisit, onThePlace, visitShown),
  },
  approve: {
    from: ['submitted'],
    to: (snapshot) => (completesApproval(snapshot) ? approvedTo(snapshot) : 'submitted'),
    when: all(mayApprove, siteVisited, occupierAgreed, outsidePeopleInOrder),
  },
  return: { from: ['submitted', 'approved'], to: 'returned', when: mayTurnDown },
  reject: { from: ['submitted', 'approved'], to: 'rejected', when: mayTurnDown },
  issue: { from: ['approved'], to: ({ permit }) => (permit.takesOver ? 'active' : 'issued'), when: mayIssue },
  'occupier-confirmation': {
    from: ['submitted'],
    to: (snapshot) => (waitsForSignatures(snapshot) ? 'submitted' : 'issued'),
    when: all(occupierOnly, occupierIsAsked, occupierStays, occupierHere),
  },

  'fire-watch-on': {
    from: [...AT_WORK, 'fire_watch'],
    to: same,
    when: all(watcherOnly, onThePlace, placeShown, freeToWatch),
  },
  'work-leader-opinion': {
    from: ['submitted', 'approved', ...AT_WORK],
    to: same,
    when: mayRecord['work-leader-opinion'],
  },
  briefing: { from: AT_WORK, to: same, when: mayRecord.briefing },
  'briefing-received': { from: AT_WORK, to: same, when: mayRecord['briefing-received'] },
  'shift-check': { from: AT_WORK, to: same, when: mayRecord['shift-check'] },
  measures: { from: AT_WORK, to: same, when: watcherOrSafetyOfficer },
  'gas-test': {
    from: AT_WORK,
    to: (snapshot) => (snapshot.input.gasPassed === false ? suspendedIfActive(snapshot) : snapshot.state),
    when: measuresGas,
  },
  start: {
    from: ['issued'],
    to: 'active',
    when: all(watcherOrApplicant, notTooEarly, watched, measuresConfirmed, recordsMade, gasInOrder),
  },
  'watch-tap': { from: ['active', 'suspended', 'fire_watch'], to: same, when: all(watcherOnly, onDuty) },
  'substitute-watch': {
    from: ['issued', 'active', 'suspended', 'fire_watch'],
    to: same,
    when: all(qualifiedToWatch, anotherThanNow, onThePlace, placeShown, freeToWatch),
  },
  'fire-watch-off': { from: AT_WORK, to: suspendedIfActive, when: all(watcherOnly, onDuty) },
  // The stop comes first; the person who pressed the button gives the reason when the danger is over.
  suspend: { from: ['active', 'suspended'], to: 'suspended', when: all(anyoneConcerned, reasonOwed) },
  resume: {
    from: ['suspended'],
    to: 'active',
    when: all(resumes, watched, measuresConfirmed, recordsMade, gasInOrder),
  },
  amend: { from: AT_WORK, to: same, when: all(keptHere, mayAmend) },
  countersign: {
    from: ['issued', 'active', 'suspended', 'fire_watch', 'closed', 'expired'],
    to: same,
    when: all(urgentAndUnsigned, mayCountersign),
  },

  // After its end no hot work is allowed, but the fire watch is still kept.
  finish: { from: ['active', 'suspended', 'expired'], to: 'fire_watch', when: all(onSite, workWasBegun) },
  close: {
    from: ['fire_watch'],
    to: 'closed',
    when: all(onSiteConfirmed, secondPersonKnew, watchOver, noResidualFire, closingPhoto, closedHere),
  },
  'hand-over': { from: ['active', 'expired'], to: 'closed', when: all(platformOnly, wasExtended) },
  cancel: { from: ['draft', 'returned', 'submitted', 'approved', 'issued'], to: 'cancelled', when: mayCallOff },
  // Follows from time: `effectiveState` says so before any timer has written it down.
  expire: { from: ENDED_BY_TIME, to: 'expired', when: all(platformOnly, endReached) },
});

/**
 * The commands that are open for a person if they stood at the place. Commands that must be given there are listed;
 * their refusal says where.
 */
export const openCommands = (snapshot: PermitSnapshot): PermitStep[] =>
  permitLifeCycle.open({ ...snapshot, input: { metresFromPlace: 0 } });
