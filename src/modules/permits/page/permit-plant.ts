import { placesOf } from '../../../domain/permits/approval-chain';
import type { PermitRules } from '../../../domain/permits/permit-rules';
import { namedWordIn, type Language } from '../../../kernel/language';
import type { StoredPermit } from '../stored-permit';
import type { PermitPlantView, PlantSignatureView } from './permit-plant.dto';

export type StoredPlantSignature = Omit<PlantSignatureView, 'title'>;

/** Null: the permit is kept here. */
export function plantShown(
  { sourceName, sourceNumber }: StoredPermit,
  signatures: readonly StoredPlantSignature[],
  rules: PermitRules,
  language: Language,
): PermitPlantView | null {
  if (sourceName === null || sourceNumber === null) return null;
  const places = placesOf(rules.chain);
  const titleOf = (seat: number): string => {
    const place = places.find(({ number }) => number === seat);
    return place ? namedWordIn(place, 'title', language) : '';
  };
  return {
    name: sourceName,
    number: sourceNumber,
    signatures: signatures.map((one) => ({ ...one, title: titleOf(one.seat) })),
  };
}
