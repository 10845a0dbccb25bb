import { listed, namedText, namedWordIn, type NamedText } from '../../../kernel/language';
import { conflict, type Refusal } from '../../../kernel/refusal';
import { roleNames } from '../../people/words';
import { partyId, wouldFit, type Place } from '../approval-chain';
import { seatsNobodyFills, type Approver } from '../living-approvers';
import type { Permit } from '../permit';
import type { PermitRules } from '../permit-rules';

/** Who could sign a permit, and to whom one turns where nobody can. */
export interface PeopleOfChain {
  /** Everybody with a duty that the chain of the raised level asks for. */
  readonly holders: readonly Approver[];
  /** By enterprise: the leaders who can appoint a person to a duty that nobody has. */
  readonly leaders: ReadonlyMap<string, readonly { readonly name: string; readonly role: string }[]>;
}

/**
 * A chain with a seat that nobody can fill: all empty seats by name, and to whom to turn. The applicant's own account fills
 * no other seat than that of whoever fills the form in, and nobody fills two.
 */
export function approverMissing(
  permit: Permit,
  { holders, leaders }: PeopleOfChain,
  rules: PermitRules,
): Refusal | null {
  const missing = seatsNobodyFills(permit, rules, holders).map((place) => missingAt(place, permit, holders, leaders));
  const [first] = missing;
  if (!first) return null;
  if (missing.some(({ waits }) => waits)) return seatWaits(missing);
  const turnTo = first.turnTo.map(({ name }) => name);
  if (first.of === 'region') return conflict('permit.official-missing', { params: titles(first), extra: { missing } });
  return conflict(turnTo.length > 0 ? 'permit.approver-missing' : 'permit.approver-missing-and-leader', {
    params: { ...titles(...missing), turnTo },
    errors: missing.map((seat) => ({
      path: `approval.${seat.number}`,
      code: 'permit.seat-empty',
      params: { ...titles(seat), ...roleNames(seat.roles) },
    })),
    extra: { missing: missing.map(({ number: _, ...seat }) => seat) },
  });
}

/** Somebody has the duty, but no official has confirmed yet who it is. */
function seatWaits(missing: readonly ReturnType<typeof missingAt>[]): Refusal {
  const waiting = missing.filter(({ waits }) => waits);
  return conflict('permit.seats-unconfirmed', {
    params: titles(...waiting),
    extra: { missing: missing.map(({ number: _, ...seat }) => seat) },
  });
}

export const titles = (...seats: readonly NamedText<'title'>[]): NamedText<'title'> =>
  namedText('title', (language) => {
    const names = seats.map((seat) => namedWordIn(seat, 'title', language));
    return listed(names, language);
  });

function missingAt(place: Place, permit: Permit, holders: PeopleOfChain['holders'], leaders: PeopleOfChain['leaders']) {
  const { number, step, roles, of } = place;
  const enterpriseId = partyId(of, permit);
  const turnTo = (leaders.get(enterpriseId ?? '') ?? []).map(({ name, role }) => ({ name, role }));
  const waits = holders.some((one) => one.seatWaiting === true && wouldFit(one, place, permit));
  return { number, step, roles, of, ...titles(place), enterpriseId, turnTo, ...(waits && { waits }) };
}
