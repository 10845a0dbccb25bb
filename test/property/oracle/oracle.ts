import { isOpenToPublic, levelSuffices, RAISES_SMALL } from './time-law';
import { isPosition, metresBetween, placeShown, standsThere } from './place-law';
import { asPlaced, sitesAt } from './site-law';
import { isUnheard, offlineReasons } from './offline-law';
import { submissionReasons } from './permit-law';
import { follow, lastsUntil, missingForWork, type Course } from './work-law';
import {
  reason,
  type Ask,
  type Board,
  type Certificate,
  type Circle,
  type Machine,
  type Permit,
  type Person,
  type Reason,
  type Welder,
  type World,
} from './world';

/** May this welder strike an arc with this machine, here, now? All reasons against it; none: yes. */
export function reasonsAgainst(asked: World, ask: Ask): Reason[] {
  const world = withPlace(asked);
  return [
    ...stopReasons(world),
    ...machineReasons(world, ask),
    ...welderReasons(world, ask),
    ...starterReasons(world, ask),
    ...authorityReasons(world, ask),
    ...offlineReasons(world, ask),
  ];
}

const withPlace = (world: World): World => ({ ...world, permit: world.permit && asPlaced(world.permit, world) });

/** Section 6: "at once on stop order". */
const stopReasons = ({ stopOrdered }: World): Reason[] => (stopOrdered ? [reason('job.stopped')] : []);

/** Section 3: "the code or chip names no machine in service"; "an electric machine has no bound chip (gas sets are exempt …)". */
function machineReasons({ machine, modes }: World, { at, way, outlet = 1 }: Ask): Reason[] {
  const found: Reason[] = [];
  if (machine.status !== 'in-service') return [reason(`machine.${machine.status}`)];
  /** "another job holds this outlet"; no machine of the cases has a second one. */
  if (outlet > 1) found.push(reason('machine.no-such-outlet', ['']));
  if (machine.process !== 'GAS' && !machine.chip && modes.chip === 'enforce') found.push(reason('machine.no-chip'));
  if (machine.inspectionDue <= at && modes.inspection === 'enforce') found.push(reason('machine.inspection-overdue'));
  if (machine.inUse && way !== 'handover') found.push(reason('machine.in-use'));
  /** "chip, training, inspection, position and identity checks have a mode by region and date". */
  if (machine.chip?.tampered && modes.chip === 'enforce') found.push(reason('chip.tampered'));
  if (machine.chip && isUnheard(machine.chip.heardAt, at) && way === 'job' && modes.chip === 'enforce')
    found.push(reason('chip.offline'));
  return found;
}

/** Section 3, certificate rows; section 4: what covers which process. */
function welderReasons({ welder, machine, modes }: World, { at }: Ask): Reason[] {
  if (!welder) return [reason('welder.unregistered')];
  const found: Reason[] = [];
  if (welder.busy) found.push(reason('welder.busy'));
  if ((welder.trainedUntil ?? 0) <= at && modes.training === 'enforce') found.push(reason('welder.training-overdue'));
  return [...found, ...certificateReasons(welder, machine, at)];
}

/** Why no card of the welder covers the work; also what whoever signs is shown of them (D18). */
export function certificateReasons({ certificates }: Welder, { process }: Machine, at: number): Reason[] {
  const needed = process === 'BRAZING' ? 'brazing' : 'fusion';
  const cards = certificates.map((card) => cardReason(card, needed, at));
  if (cards.includes(undefined)) return [];
  return [cards[0] ?? reason('certificate.missing')];
}

const REVIEW_ABOLISHED = Date.parse('2026-06-01T00:00:00+08:00');

function cardReason(card: Certificate, needed: string, at: number): Reason | undefined {
  const say = (code: string, ...others: string[]): Reason =>
    reason(`certificate.${code}`, [`certificate.${code}`, ...others.map((other) => `certificate.${other}`)]);
  if (card.standing !== 'verified') return say(card.standing, 'missing');
  if (card.from > at) return say('not-yet-valid', 'missing', 'expired');
  if (card.until <= at) return say('expired', 'missing');
  /** "review every 3 years abolished on 2026-06-01 for reviews due after that day; cards lapsed before it stay invalid". */
  if (card.reviewDue !== undefined && card.reviewDue < REVIEW_ABOLISHED) return say('review-overdue', 'expired');
  return card.operation === needed ? undefined : say('operation-mismatch', 'missing');
}

/** Section 3, "Who may start": the welder, or watcher or safety officer with "live photo, both recorded". */
function starterReasons({ permit }: World, { by, welderId, photo }: Ask): Reason[] {
  if (by.welderId !== undefined && by.welderId === welderId) return [];
  if (!mayStartFor(by, permit)) return [reason('starter.nobody', [''], ['job'])];
  return photo ? [] : [reason('starter.no-photo', [''], ['job'])];
}

const mayStartFor = (by: Person, permit: Permit | undefined): boolean =>
  by.role === 'safety-officer' || (by.role === 'fire-watcher' && (!permit || by.id === permit.watcher?.id));

/** "and the place is no designated area": a fixed place needs no permit for each job, "all else applies". */
function authorityReasons(world: World, ask: Ask): Reason[] {
  const { areas, permit, modes } = world;
  if (!permit) {
    const area = areas.find(
      ({ circle, from, until, boardBound }) =>
        from <= ask.at &&
        ask.at < until &&
        surelyIn(circle, ask) &&
        placeShown(circle, ask.position, { board: scanned(ask), bound: boardBound }) === 'inside',
    );
    return area ? [] : [reason('permit.missing', ['permit.', 'place.'])];
  }
  const refused = submissionReasons(permit, world);
  if (refused.length > 0) return refused;
  return [
    ...permitReasons(permit, follow(permit), world, ask),
    ...placeReasons(permit, modes.position === 'enforce', ask),
    ...closedHourReasons(permit, ask.at, sitesAt(permit, world).open),
  ];
}

/** Why a permit is not at work now, whoever asks for power. */
export function reasonsNotActive(world: World): Reason[] {
  const { permit } = withPlace(world);
  if (!permit) return [reason('permit.missing')];
  const refused = submissionReasons(permit, world);
  if (refused.length > 0) return refused;
  const course = follow(permit);
  return course.standing === 'active' ? [] : [standingReason(course), ...course.missing];
}

/** An area stands in for a permit, and "doubtful facts refuse": a position is inside as measured, not only within its error. */
const surelyIn = (circle: Circle, { position }: Ask): boolean =>
  !isPosition(position) || metresBetween(circle, position) <= circle.radiusM;

function permitReasons(permit: Permit, course: Course, world: World, { at, welderId }: Ask): Reason[] {
  const found: Reason[] = [];
  if (at >= lastsUntil(permit)) return [reason('permit.expired', ['permit.'])];
  if (at < permit.from - 600_000) found.push(reason('permit.not-yet-valid', ['permit.'], ['start']));
  // The welder's own scan starts a small job; everything that must hold holds then.
  const goes = course.standing === 'active' || (permit.regime === 'small' && course.standing === 'issued');
  if (!goes) found.push(standingReason(course), ...course.missing);
  if (goes) found.push(...missingForWork(permit, course, at));
  if (!levelSuffices(permit, at, world)) found.push(reason('permit.level-too-low', ['permit.']));
  if (!isNamed(permit, welderId)) found.push(reason('permit.welder-not-named'));
  if (!isMachineNamed(permit, world)) found.push(reason('permit.machine-not-named'));
  return found;
}

const standingReason = ({ standing }: Course): Reason =>
  reason(
    `permit.${standing}`,
    ['permit.'],
    ['approve', 'occupier', 'issue', 'start', 'resume', 'measures', 'gas', 'watch-on', 'submit'],
  );

/** "welders and machines may be added by a countersigned amendment". */
function isNamed(permit: Permit, welderId: string | undefined): boolean {
  if (welderId !== undefined && permit.welderIds.includes(welderId)) return true;
  const amended = permit.acts.findIndex((act) => act.kind === 'amend' && act.welderIds.includes(welderId ?? ''));
  const asker = permit.acts[amended]?.by;
  const signers = permit.acts.filter(({ kind }) => kind === 'approve').map(({ by }) => by.id);
  return (
    amended >= 0 &&
    permit.acts
      .slice(amended)
      .some(({ kind, by }) => kind === 'confirm-amendment' && by.id !== asker?.id && signers.includes(by.id))
  );
}

/** "an empty machine list means any machine in service of the permit's parties". */
const isMachineNamed = (permit: Permit, { machine }: World): boolean =>
  permit.machineIds.length > 0
    ? permit.machineIds.includes(machine.id)
    : [permit.enterpriseId, permit.contractorId].includes(machine.enterpriseId);

/** `place.outside-site`, `place.unproven`: "under `enforce` nothing else does". */
function placeReasons(permit: Permit, enforced: boolean, ask: Ask): Reason[] {
  const shown = placeShown(permit.circle, ask.position, {
    board: scanned(ask, permit.watcher),
    bound: boundBoard(permit),
  });
  if (!enforced || shown === 'inside') return [];
  return [reason(shown === 'outside' ? 'place.outside-site' : 'place.unproven', ['place.'])];
}

/** A live photo taken there may show welder and signboard in one. A code on one's own phone says nothing of where one stands. */
function scanned({ board, photo, by }: Ask, watcher?: Person): Board | undefined {
  if (!board || (board.kind === 'minute-code' && by.id === watcher?.id)) return undefined;
  return { ...board, photo: board.photo || photo };
}

/** "only after the watcher or issuer bound it there with a good position". */
const boundBoard = ({ acts, circle, watcher }: Permit): boolean =>
  acts.some(
    (act) =>
      act.kind === 'watch-on' &&
      act.bindsBoard === true &&
      act.by.id === watcher?.id &&
      standsThere(circle, act.position),
  );

/** Also "`raised`: … closed hours": small work in such places waits for them, whichever of the four kinds it is. */
const closedHourReasons = (
  { kinds, regime }: Permit,
  at: number,
  open: readonly [number, number] | undefined,
): Reason[] =>
  isOpenToPublic(kinds, at, open) ||
  (regime === 'small' && kinds.some((kind) => RAISES_SMALL.includes(kind)) && isOpenToPublic(['crowded'], at, open))
    ? [reason('place.closed-hours-only', ['place.closed-hours-only'], ['submit', 'start', 'resume'])]
    : [];
