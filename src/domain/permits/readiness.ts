import { shownTime } from '../../kernel/shown-time';
import { emptyPlaces, placesOf, signaturesOfRound } from './approval-chain';
import { isSeenOnTheSpot } from './on-the-spot';
import { isWatched, occupierMustAgree, watcherReasons } from './fire-watch';
import { gasReasons } from './gas-freshness';
import { questionNames, unanswered } from './level-answers';
import { openMeasures } from './measures';
import { missing, notYet, type Reason } from './reason';
import type { Guard } from './snapshot';

const when = (wrong: boolean, ...reasons: Reason[]): Reason[] => (wrong ? reasons : []);

/** What must be filled in before anyone can be asked to sign. Whether the raised level allows it is asked at submission. */
export const complete: Guard = ({ permit, rules, at }) => [
  ...unanswered(permit, rules).map((question) =>
    missing('permit.question-unanswered', { question: question.code, ...questionNames(question) }),
  ),
  ...when(permit.welderIds.length === 0, missing('permit.welders-missing')),
  ...when(rules.fireWatch === 'required' && permit.fireWatchId === null, missing('permit.watcher-missing')),
  ...when(rules.occupierConfirms && !permit.occupierPhoneGiven, missing('permit.occupier-phone-missing')),
  ...when(!rules.occupierConfirms && permit.enterpriseId === null, missing('permit.enterprise-missing')),
  ...when(at >= permit.plannedEnd, missing('permit.end-past')),
  ...when(
    permit.urgent && rules.withLevel(permit.proposedLevel).urgent?.allowed !== true,
    missing('permit.urgent-not-allowed'),
  ),
];

export const watched: Guard = ({ permit, rules }) => when(!isWatched(permit, rules), missing('permit.watch-off'));

export const measuresConfirmed: Guard = ({ permit }) => {
  const open = openMeasures(permit);
  return when(open > 0, missing('permit.measures-open', { open }));
};

export const gasInOrder: Guard = ({ permit, rules, at }) => gasReasons(permit, rules, at);

export const notTooEarly: Guard = ({ permit: { plannedStart }, rules, at }) =>
  when(
    at < plannedStart - rules.startToleranceMs,
    missing('permit.start-too-early', { start: shownTime(plannedStart) }),
  );

/** An expired permit under which nothing was ever begun has no work to finish. */
export const workWasBegun: Guard = ({ state, permit }) =>
  when(state === 'expired' && permit.startedAt === null, notYet('permit.never-started'));

export const watchOver: Guard = ({ permit: { watchUntil }, at }) =>
  when(watchUntil === null || at < watchUntil, missing('permit.watch-running', { until: shownTime(watchUntil ?? at) }));

export const noResidualFire: Guard = ({ input }) => when(input.residualFire === true, missing('permit.residual-fire'));

/** A person who was not the watcher closes with a photo; where rule `permit.close-photo` says so, the watcher does too. */
export const closingPhoto: Guard = ({ input, rules, permit, person }) => {
  const watcher = person.kind === 'user' && person.userId === permit.fireWatchId;
  return when(input.photoGiven === false && (rules.closePhoto || !watcher), missing('permit.close-photo-missing'));
};

/** A small job's welder closes it alone only where somebody else has looked: the watcher, or the occupier who confirmed. */
export const secondPersonKnew: Guard = ({ permit }) =>
  when(permit.watchOnAt === null && permit.occupierConfirmedAt === null, missing('permit.watch-off'));

/** The reason of a stop is still missing. */
export const NOT_SAID = 'not-said';
export const reasonOwed: Guard = ({ state, permit }) =>
  when(state === 'suspended' && permit.suspendReason !== NOT_SAID, notYet('permit.reason-said'));

export const onDuty: Guard = ({ permit }) => when(permit.watchOnAt === null, notYet('permit.watch-off'));

export const freeToWatch: Guard = ({ input: { watcher }, rules, at }) =>
  watcher ? watcherReasons(watcher, rules, at) : [];

/** A watcher cannot relieve themselves: for that there are `fire-watch-on` and taps. */
export const anotherThanNow: Guard = ({ permit, person }) =>
  when(
    person.kind === 'user' && person.userId === permit.fireWatchId && permit.watchOnAt !== null,
    notYet('permit.watch-on-already'),
  );

export const asksForVisit: Guard = ({ rules }) => when(!isSeenOnTheSpot(rules), notYet('permit.no-site-visit'));

export const urgentAndUnsigned: Guard = ({ permit, rules }) => {
  const left = emptyPlaces(placesOf(rules.chain), signaturesOfRound(permit));
  return when(!permit.urgent || left.length === 0, notYet('permit.nothing-to-countersign'));
};

/** What a plant has signed is changed at the plant. */
export const keptHere: Guard = ({ permit }) => when(permit.source === 'plant', notYet('permit.kept-by-plant'));

/** Rule `permit.occupier-confirms`. */
export const occupierIsAsked: Guard = ({ permit, rules }) =>
  when(!rules.occupierConfirms || permit.occupierConfirmedAt !== null, notYet('permit.no-occupier-asked'));

/** The person who signs a small job on the spot signs last, after the occupier has agreed. */
export const occupierAgreed: Guard = ({ permit, rules }) =>
  when(rules.occupierConfirms && permit.occupierConfirmedAt === null, missing('permit.occupier-not-yet'));

export const occupierStays: Guard = ({ permit, rules, input }) =>
  when(
    rules.fireWatch === 'occupier-agrees' && occupierMustAgree(permit) && input.occupierWatches === false,
    missing('permit.occupier-must-watch'),
  );

export const endReached: Guard = ({ permit: { plannedEnd }, at }) =>
  when(at < plannedEnd, notYet('permit.end-not-reached'));

export const wasExtended: Guard = ({ permit }) => when(!permit.extended, notYet('permit.not-extended'));
