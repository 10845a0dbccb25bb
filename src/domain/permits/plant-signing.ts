import { conflict, type Refusal } from '../../kernel/refusal';
import type { Instant } from '../../kernel/time';
import { placesOf, type Place } from './approval-chain';
import type { Permit } from './permit';
import type { PermitRules } from './permit-rules';
import type { PlantPaper, PlantPerson, PlantSignature } from './plant-paper';
import { weldsUnder } from './signing';
import { titles } from './steps/empty-seats';

const same = (a: PlantPerson, b: PlantPerson): boolean =>
  a.personId === b.personId || (a.userId !== null && a.userId === b.userId);

type Rules = Pick<PermitRules, 'chain' | 'nobodySignsTwice'>;

/**
 * The chain of the level, signed at the plant: each seat once, by another than who asks or welds, one step after the
 * other, and on the spot where the standard asks for it (GB 30871-2022 4.11). The first that is wrong.
 */
export function plantSigningRefusal(permit: Permit, paper: PlantPaper, rules: Rules, at: Instant): Refusal | null {
  const places = placesOf(rules.chain);
  const unknown = paper.signatures.find(({ seat }) => !places.some(({ number }) => number === seat));
  if (unknown) return refusedAt(paper, unknown, 'plant.seat-unknown', { seat: unknown.seat });
  const empty = places.filter(({ number }) => paper.signatures.every(({ seat }) => seat !== number));
  if (empty[0]) return conflict('plant.seat-unsigned', { params: titles(...empty), extra: { seats: empty.map(({ number }) => number) } }); // prettier-ignore
  return (
    paper.signatures
      .map((signature) => signatureRefusal(signature, { permit, paper, places, rules, at }))
      .find((refusal) => refusal !== null) ?? null
  );
}

interface Around {
  readonly permit: Permit;
  readonly paper: PlantPaper;
  readonly places: readonly Place[];
  readonly rules: Rules;
  readonly at: Instant;
}

function signatureRefusal(signature: PlantSignature, { permit, paper, places, rules, at }: Around): Refusal | null {
  const { person, seat, onSite } = signature;
  const place = places.find(({ number }) => number === seat)!;
  const wrong = (code: string): Refusal => refusedAt(paper, signature, code, titles(place));
  const others = paper.signatures.filter((one) => one !== signature);
  const before = others.filter((one) => places.find(({ number }) => number === one.seat)!.step < place.step);
  if (signature.at > at) return wrong('plant.signed-in-future');
  if (same(person, paper.applicant)) return wrong('plant.own-application');
  if (paper.welderPersonIds.includes(person.personId) || weldsUnder(permit, person)) return wrong('plant.own-welding');
  if (others.some((one) => one.seat === seat)) return wrong('plant.seat-twice');
  if (rules.nobodySignsTwice && others.some((one) => same(one.person, person))) return wrong('plant.signed-twice');
  if (before.some((one) => one.at > signature.at)) return wrong('plant.signed-out-of-order');
  return place.siteVisit && !onSite ? wrong('plant.not-signed-on-site') : null;
}

function refusedAt(paper: PlantPaper, signature: PlantSignature, code: string, params: Refusal['params']): Refusal {
  const path = `approvals.${paper.signatures.indexOf(signature)}`;
  return conflict(code, { params, errors: [{ path, code, params }] });
}
