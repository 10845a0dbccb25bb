import type { StoredText } from '../../kernel/language';
import type { ViolationKind } from './violation-kinds';

/** One text that says what is a major hazard (重大事故隐患) in some trades. */
export interface MajorHazardStandard extends StoredText {
  /** Number of the document, as it is cited in China. */
  readonly document: string;
  readonly trades: readonly string[];
  readonly items: readonly MajorHazardItem[];
}

interface MajorHazardItem {
  readonly kind: ViolationKind;
  /** Where it stands in the text. */
  readonly item: string;
  /** Only at a place of one of these kinds; missing: anywhere. */
  readonly placeKinds?: readonly string[];
}

/** Why a finding is a major hazard: kept with the case, because the rule may change. */
export interface MajorBasis extends StoredText {
  readonly document: string;
  readonly item: string;
}

/** The place of the hazard, as the standards describe places. */
export interface MajorPlace {
  readonly industry: string | null;
  readonly placeKinds: readonly string[];
}

/** Rule `supervision.major-hazard-standards`: the first text that names a finding of this kind in this trade; null: none does. */
export function majorBasisOf(
  kind: ViolationKind,
  { industry, placeKinds }: MajorPlace,
  standards: readonly MajorHazardStandard[],
): MajorBasis | null {
  for (const { trades, items, ...standard } of standards) {
    if (industry === null || !trades.includes(industry)) continue;
    const named = items.find(
      (one) => one.kind === kind && (!one.placeKinds || one.placeKinds.some((place) => placeKinds.includes(place))),
    );
    if (named) return { ...standard, item: named.item };
  }
  return null;
}
