import { isWithin } from '../../kernel/region-code';
import { AUTHORITY, hasRole, SEATS, SUPERVISORS, WATCHERS, withoutAdmin } from '../people/roles';
import { signaturesOfRound } from './approval-chain';
import type { Permit } from './permit';
import { wrongPerson, type Reason } from './reason';
import { approvalSigning, holdsPlace } from './signing';
import type { Guard, PermitSnapshot, User } from './snapshot';

/** Enterprises that have a say in a permit. */
export const partiesOf = ({ enterpriseId, contractorId, occupierEnterpriseId }: Permit): string[] => [
  ...new Set([enterpriseId, contractorId, occupierEnterpriseId].filter((id) => id !== null)),
];

const ofParty = (user: User, permit: Permit): boolean =>
  user.enterpriseId !== null && partiesOf(permit).includes(user.enterpriseId);

export const isApplicant = (user: User, permit: Permit): boolean => user.userId === permit.applicantId;
export const isWatcher = (user: User, permit: Permit): boolean => user.userId === permit.fireWatchId;
const isSafetyOfficer = (user: User, permit: Permit): boolean =>
  ofParty(user, permit) && hasRole(user, 'safety-officer');
export const isLeader = (user: User, permit: Permit): boolean => ofParty(user, permit) && hasRole(user, ...SEATS);
/**
 * The duties that a person has by a seat in their enterprise. An official must confirm the seat before its signature
 * counts.
 */
const BY_SEAT: readonly Test[] = [isSafetyOfficer, isLeader];
export const isNamedWelder = (user: User, permit: Permit): boolean =>
  user.welderId !== null && permit.welderIds.includes(user.welderId);
/**
 * The people who see all papers of a permit: who asks, watches, leads or signs there, and officials. Other welders see
 * their own papers elsewhere.
 */
export const mayBeShownPapers = ({
  permit,
  person,
  rules,
}: Pick<PermitSnapshot, 'permit' | 'person' | 'rules'>): boolean =>
  person.kind === 'user' &&
  (isApplicant(person, permit) ||
    isWatcher(person, permit) ||
    isLeader(person, permit) ||
    hasRole(person, ...SUPERVISORS) ||
    holdsPlace(person, permit, rules));

/** An official of the place. A regulator of another region whom a permit names as a welder has no authority over it. */
export const isAuthority = (user: User, { regionCode }: Pick<Permit, 'regionCode'>): boolean =>
  hasRole(user, 'admin') ||
  (hasRole(user, ...withoutAdmin(AUTHORITY)) && user.regionCode !== null && isWithin(regionCode, user.regionCode));
/** In a small job the welder does what elsewhere watcher and applicant do. */
const isSmallJobsWelder = (user: User, permit: Permit): boolean =>
  permit.regime === 'small' && isNamedWelder(user, permit);

/** A leader of this very enterprise. */
export const leadsAt =
  (enterpriseId: string | null) =>
  (user: User): boolean =>
    enterpriseId !== null && user.enterpriseId === enterpriseId && hasRole(user, ...SEATS);

export type Test = (user: User, permit: Permit) => boolean;

/** A plant speaks for the permits that were taken in from it, and for no others. */
const speaksForPermit = ({ person, permit }: Pick<PermitSnapshot, 'person' | 'permit'>): boolean =>
  person.kind === 'platform' || (person.kind === 'plant' && permit.source === 'plant');

/** Any of these may; the platform itself always may, and so may the plant that keeps the permit. */
const anyOf =
  (code: string, ...tests: readonly Test[]): Guard =>
  ({ person, permit }) => {
    if (speaksForPermit({ person, permit })) return [];
    const may = person.kind === 'user' && tests.some((test) => test(person, permit));
    return may ? [] : [wrongPerson(code)];
  };

const UNCONFIRMED = 'permit.seat-unconfirmed';

/** As `anyOf`, where work goes on by this word: what somebody is by a seat counts once an official has confirmed who they are. */
const anyConfirmed =
  (code: string, ...tests: readonly Test[]): Guard =>
  (snapshot) => {
    const { person } = snapshot;
    if (person.kind !== 'user' || person.seatWaiting !== true) return anyOf(code, ...tests)(snapshot);
    const against = anyOf(code, ...tests.filter((test) => !BY_SEAT.includes(test)))(snapshot);
    return against.length > 0 && anyOf(code, ...tests)(snapshot).length === 0 ? [wrongPerson(UNCONFIRMED)] : against;
  };

export const applicant = anyOf('permit.applicant-only', isApplicant);
export const applicantOrLeader = anyOf('permit.applicant-or-leader-only', isApplicant, isLeader);
/** The authority may also call a permit off. */
export const mayCallOff = anyOf('permit.applicant-or-leader-only', isApplicant, isLeader, isAuthority);
export const watcherOrSafetyOfficer = anyConfirmed(
  'permit.watcher-or-safety-officer-only',
  isWatcher,
  isSafetyOfficer,
  isSmallJobsWelder,
);
export const watcherOrApplicant = anyOf('permit.watcher-or-applicant-only', isWatcher, isApplicant, isSmallJobsWelder);
export const watcherOnly = anyOf('permit.watcher-only', isWatcher);
/** The people on site; each of them may end the work. */
export const onSite = anyOf('permit.on-site-only', isWatcher, isApplicant, isSafetyOfficer, isSmallJobsWelder);
/** And may say that all is in order there. */
export const onSiteConfirmed = anyConfirmed('permit.on-site-only', isWatcher, isApplicant, isSafetyOfficer, isSmallJobsWelder); // prettier-ignore
/** A reading that speaks against work is recorded, no matter who brings it. */
export const measuresGas: Guard = (snapshot) =>
  snapshot.input.gasPassed === false ? onSite(snapshot) : onSiteConfirmed(snapshot);

/** Who may stop the work when they see danger: everybody named on the permit, its enterprises' leaders, the authority. */
export const anyoneConcerned = anyOf('permit.stranger', isWatcher, isApplicant, isNamedWelder, isLeader, isAuthority);

const byAuthority: Guard = (snapshot) =>
  snapshot.person.kind === 'plant'
    ? [wrongPerson('permit.authority-only')]
    : anyOf('permit.authority-only', isAuthority)(snapshot);

/** Work that the authority stopped may only be resumed by the authority. */
export const resumes: Guard = (snapshot) =>
  snapshot.permit.stoppedByAuthority
    ? byAuthority(snapshot)
    : anyConfirmed('permit.on-site-only', isWatcher, isApplicant, isSafetyOfficer, isLeader, isSmallJobsWelder)(snapshot); // prettier-ignore

/** Any fire watcher or safety officer of one of the parties may take over a watch; the applicant's enterprise answers for who it is. */
export const qualifiedToWatch: Guard = anyOf(
  'permit.watcher-not-qualified',
  (user, permit) => ofParty(user, permit) && hasRole(user, ...WATCHERS),
);

/** An official has confirmed who the person is that signs for an enterprise. */
export const seatConfirmed = ({ person }: Pick<PermitSnapshot, 'person'>): Reason[] =>
  person.kind === 'user' && person.seatWaiting === true ? [wrongPerson(UNCONFIRMED)] : [];

/** The last approver or a safety officer; never the applicant. */
export const mayIssue: Guard = ({ person, permit }) => {
  if (person.kind === 'platform') return [];
  if (person.kind !== 'user') return [wrongPerson('permit.issuer-only')];
  if (isApplicant(person, permit)) return [wrongPerson('permit.own-application')];
  if (!isSafetyOfficer(person, permit) && !isLastApprover(person, permit)) return [wrongPerson('permit.issuer-only')];
  return seatConfirmed({ person });
};

function isLastApprover(user: User, permit: Permit): boolean {
  const signatures = signaturesOfRound(permit);
  const last = Math.max(...signatures.map(({ step }) => step));
  return signatures.some((one) => one.step === last && one.userId === user.userId);
}

/** A person who is asked to sign or to issue a permit may also return or reject it. */
export const mayTurnDown: Guard = (snapshot) =>
  snapshot.state === 'approved' ? mayIssue(snapshot) : reasonOf(snapshot);

function reasonOf(snapshot: PermitSnapshot): readonly Reason[] {
  const answer = approvalSigning(snapshot);
  return 'reason' in answer ? [answer.reason] : [];
}

export const occupierOnly: Guard = ({ person }) =>
  person.kind === 'occupier' ? [] : [wrongPerson('permit.occupier-only')];

export const platformOnly: Guard = ({ person }) =>
  person.kind === 'platform' ? [] : [wrongPerson('permit.platform-only')];

export const plantOnly: Guard = ({ person, permit }) =>
  person.kind === 'plant' && permit.source === 'plant' ? [] : [wrongPerson('permit.plant-only')];
