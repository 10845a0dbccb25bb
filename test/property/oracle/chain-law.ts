import { standsThere } from './place-law';
import { RAISES_SMALL } from './time-law';
import type { Act, Permit, Person, Role } from './world';

/**
 * Section 5, "Approval chain": the seats that others must sign. "Filling in is the applicant's own seat on the form; the other seats are
 * signed by others", so the seat before the first arrow of `construction` is nobody's to sign here.
 */
const SEATS: Readonly<Record<string, readonly Role[]>> = {
  'general ordinary': ['safety-officer', 'enterprise-head'],
  'general raised': ['safety-officer', 'enterprise-head'],
  'construction first': ['safety-officer'],
  'construction second': ['safety-officer', 'enterprise-head'],
  'construction third': ['enterprise-manager', 'safety-officer'],
  'chemical special': ['enterprise-head'],
  'chemical first': ['safety-officer'],
  'chemical second': ['enterprise-manager'],
};

export const isRaisedSmall = ({ regime, kinds }: Permit): boolean =>
  regime === 'small' && kinds.some((kind) => RAISES_SMALL.includes(kind));

export function seatsOf({ urgent, regime }: Permit, level: string): readonly Role[] {
  if (regime === 'small') return level === 'raised' ? ['grid-worker'] : [];
  /** "a duty leader approves from afar, full signatures within 24 h". */
  if (urgent) return ['enterprise-head'];
  return SEATS[`${regime} ${level}`] ?? [];
}

const isOnSpot = (permit: Permit, act: Act): boolean => 'position' in act && standsThere(permit.circle, act.position);

/** Construction: "the issuer visits **before** signing". */
const hasVisited = (permit: Permit, signer: Person, before: readonly Act[]): boolean =>
  before.some((act) => act.kind === 'site-visit' && act.by.id === signer.id && isOnSpot(permit, act));

/** Whether a signature counts: of the enterprise, not the applicant's ("self-approval is impossible"), where asked for on the spot. */
function isSignature(permit: Permit, act: Act, before: readonly Act[]): boolean {
  if (act.kind !== 'approve') return false;
  const { by } = act;
  if (by.id === permit.applicant.id) return false;
  if (by.role === 'grid-worker') return isRaisedSmall(permit) && isOnSpot(permit, act);
  if (by.enterpriseId !== permit.enterpriseId) return false;
  /** "Chemical permits of every level are approved **at the work site** (GB 30871 4.11)". */
  if (permit.regime === 'chemical') return isOnSpot(permit, act);
  if (permit.regime === 'construction' && by.role === 'safety-officer' && !permit.urgent)
    return isOnSpot(permit, act) || hasVisited(permit, by, before);
  return true;
}

/** "Nobody signs twice": a person of the cases has one role, so each seat has a signer of its own. */
export function isApproved(permit: Permit, acts: readonly Act[]): boolean {
  const signed = acts.filter((act, n) => isSignature(permit, act, acts.slice(0, n))).map(({ by }) => by.role);
  return inOrder(permit, signed) && occupierAgreed(permit, acts);
}

/** "safety officer → enterprise head": an arrow is an order; "+" and the seats of other regimes are none. */
function inOrder(permit: Permit, signed: readonly Role[]): boolean {
  const seats = seatsOf(permit, permit.level);
  const [first, second] = seats;
  if (permit.regime !== 'general' || !first || !second) return seats.every((seat) => signed.includes(seat));
  return signed.includes(first) && signed.lastIndexOf(second) > signed.indexOf(first);
}

/** "the occupier confirms by a code sent to the phone". */
const occupierAgreed = (permit: Permit, acts: readonly Act[]): boolean =>
  permit.regime !== 'small' || acts.some((act) => act.kind === 'occupier' && act.phone === permit.occupierPhone);

/**
 * API: "`issue`: last approver or safety officer"; a small permit is issued by the occupier's word. On a building site seats joined by "+"
 * are signed side by side, so each of them is the last.
 */
export function mayIssue(permit: Permit, by: Person, acts: readonly Act[]): boolean {
  const signed = acts.filter((act, n) => isSignature(permit, act, acts.slice(0, n)));
  const seats = seatsOf(permit, permit.level);
  const last =
    permit.regime === 'construction' ? signed.filter((act) => seats.includes(act.by.role)) : signed.slice(-1);
  return (
    last.some((act) => act.by.id === by.id) || (by.role === 'safety-officer' && by.enterpriseId === permit.enterpriseId)
  );
}

/** API: "`measures`: watcher or safety officer"; where the occupier watches, the applicant ticks beside the occupier. */
export const maySeeMeasures = (permit: Permit, by: Person): boolean =>
  by.id === permit.watcher?.id ||
  (by.role === 'safety-officer' && by.enterpriseId === permit.enterpriseId) ||
  (!permit.watcher && by.id === permit.applicant.id);

/** API: "`start`: watcher or applicant". */
export const mayStart = (permit: Permit, by: Person): boolean =>
  by.id === permit.watcher?.id || by.id === permit.applicant.id;
