import { namedText, namedWordIn, type NamedText } from '../../kernel/language';
import { isWithin } from '../../kernel/region-code';
import type { PermitRules } from './permit-rules';
import type { ChainEntry } from './permit-rule-values';
import type { Party, Permit, Signature } from './permit';

/** One signature that a chain asks for. Places of the same step are filled in any order. */
export interface Place extends NamedText<'title'> {
  /** Counts over the whole chain, from 0; -1 is the leader of an urgent permit. */
  readonly number: number;
  readonly step: number;
  /** Any of these. */
  readonly roles: readonly string[];
  readonly of: Party;
  readonly siteVisit: boolean;
  readonly filledByApplicant: boolean;
}

const URGENT_STEP = -1;

type Parties = Pick<Permit, 'enterpriseId' | 'contractorId' | 'occupierEnterpriseId'>;
type PlacedParties = Parties & Pick<Permit, 'regionCode' | 'headHoldsBoth'>;

/** Without a contractor the enterprise does the work itself; without an occupier of its own it works at home. A region is no enterprise. */
export function partyId(of: Party, { enterpriseId, contractorId, occupierEnterpriseId }: Parties): string | null {
  switch (of) {
    case 'enterprise':
      return enterpriseId;
    case 'contractor':
      return contractorId ?? enterpriseId;
    case 'occupier':
      return occupierEnterpriseId ?? enterpriseId;
    case 'region':
      return null;
  }
}

/** Rule `permit.approval-chain` as places: an entry with quorum `all` is one place for each of its roles. */
export const placesOf = (chain: readonly ChainEntry[]): Place[] =>
  [...chain]
    .sort((a, b) => a.step - b.step)
    .flatMap((entry) =>
      (entry.quorum === 'all' ? entry.roles.map((role) => [role]) : [entry.roles]).map((roles) => ({ entry, roles })),
    )
    .map(({ entry, roles }, number) => ({
      number,
      step: entry.step,
      roles,
      of: entry.of,
      ...namedText('title', (language) => namedWordIn(entry, 'title', language)),
      siteVisit: entry.siteVisit === true,
      filledByApplicant: entry.filledByApplicant === true,
    }));

/** The leader who approves an urgent permit alone (rule `permit.urgent`). */
const leaderPlace = (role: string): Place => ({
  number: URGENT_STEP,
  step: URGENT_STEP,
  roles: [role],
  of: 'enterprise',
  titleZh: '值班领导',
  titleEn: 'Leader on duty',
  siteVisit: false,
  filledByApplicant: false,
});

export const signaturesOfRound = ({ signatures, round }: Permit): Signature[] =>
  signatures.filter((signature) => signature.round === round);

/** What stands in the chain's way to approval: its places, or the leader alone. */
export const approvalPlaces = (permit: Permit, rules: PermitRules): Place[] =>
  permit.urgent && rules.urgent?.allowed ? [leaderPlace(rules.urgent.role)] : placesOf(rules.chain);

/** The places that are not signed yet. */
export function emptyPlaces(places: readonly Place[], signatures: readonly Signature[]): Place[] {
  const filled = new Set(signatures.flatMap((signature) => placesFilled(places, signature)));
  return places.filter(({ number }) => !filled.has(number));
}

function placesFilled(places: readonly Place[], { covers, step, role }: Signature): readonly number[] {
  if (covers) return covers;
  const place = places.find((one) => one.step === step && one.roles.includes(role));
  return place ? [place.number] : [];
}

/** The places that must sign now: the empty places of the first step that has any. */
export function openPlaces(places: readonly Place[], signatures: readonly Signature[]): Place[] {
  const empty = emptyPlaces(places, signatures);
  const step = Math.min(...empty.map((place) => place.step));
  return empty.filter((place) => place.step === step);
}

/** Someone who holds roles in an enterprise, or as an official in a region. */
export interface RoleHolder {
  readonly userId: string;
  readonly roles: readonly string[];
  readonly enterpriseId: string | null;
  readonly regionCode: string | null;
  /** No official has confirmed who they are: no signature of theirs counts yet. */
  readonly seatWaiting?: boolean;
}

/**
 * The seat that the applicant holds by filling the form in (`filledByApplicant` of rule `permit.approval-chain`). Never the
 * only seat of a chain: somebody else always signs.
 */
export function seatOfApplicant(places: readonly Place[], applicant: RoleHolder, parties: PlacedParties): Place | null {
  const seat = places.find((place) => place.filledByApplicant && fits(applicant, place, parties));
  return seat !== undefined && places.length > 1 ? seat : null;
}

export const fits = (holder: RoleHolder, place: Place, parties: PlacedParties): boolean =>
  holder.seatWaiting !== true && wouldFit(holder, place, parties);

/** As `fits`, whether or not an official has confirmed who they are. */
export const wouldFit = (holder: RoleHolder, place: Place, parties: PlacedParties): boolean =>
  belongsTo(holder, place.of, parties) && dutyAt(holder, place, parties) !== null;

const HEAD = 'enterprise-head';
const SAFETY = 'safety-officer';

/** The duty that somebody would sign as; null: they have none that the place asks for. */
export function dutyAt(holder: RoleHolder, place: Place, parties: PlacedParties): string | null {
  const own = place.roles.find((role) => holder.roles.includes(role));
  if (own !== undefined) return own;
  return holdsBothSeats(holder, parties) && place.of === 'enterprise' && place.roles.includes(SAFETY) ? HEAD : null;
}

/** The head of a firm that is too small for a safety officer of its own. */
export const holdsBothSeats = ({ roles, enterpriseId }: RoleHolder, parties: PlacedParties): boolean =>
  parties.headHoldsBoth === true &&
  roles.includes(HEAD) &&
  enterpriseId !== null &&
  enterpriseId === parties.enterpriseId;

/** One signature that fills more than one seat of the chain; the leader's of an urgent permit stands beside it. */
export const fillsSeveralSeats = ({ covers }: Pick<Signature, 'covers'>): boolean =>
  (covers ?? []).filter((number) => number >= 0).length > 1;

/** An official belongs to every place within their region. */
const belongsTo = ({ enterpriseId, regionCode }: RoleHolder, of: Party, parties: PlacedParties): boolean =>
  of === 'region'
    ? regionCode !== null && isWithin(parties.regionCode, regionCode)
    : enterpriseId !== null && enterpriseId === partyId(of, parties);
