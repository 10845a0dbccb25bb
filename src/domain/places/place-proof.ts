import { distanceM, isRealPosition, type Position } from '../../kernel/geo';
import { toChineseMap } from './chinese-map';
import type { SignboardReading } from './signboard';

/** WGS-84; the true place lies within `accuracyM` metres. */
export interface MeasuredPosition extends Position {
  readonly accuracyM: number;
}

export interface Site extends Position {
  readonly radiusM: number;
  /** False: it is not read as a place on a Chinese map, for the ground there asks for more. Older decisions do not say. */
  readonly chineseMap?: boolean;
}

/** What somebody shows to prove where they stand. */
export interface PlaceProof {
  readonly position: MeasuredPosition | null;
  readonly signboard: SignboardReading;
  /** A photo that was just taken of the signboard. */
  readonly photoGiven: boolean;
}

/** Rule `place.worst-accuracy-m`: a position less exact than this is none. */
export interface PlaceRules {
  readonly worstAccuracyM: number;
}

/** Why nothing proves the place. */
export type Unproven = 'no-position' | 'inexact' | 'signboard-not-bound' | 'signboard-not-of-here' | 'photo-missing';

export type PlaceProven =
  | { readonly outcome: 'inside'; readonly by: 'position' | 'chinese-map' | 'signboard' }
  /** Measured outside, but the true place may lie inside. */
  | { readonly outcome: 'doubtful'; readonly metres: number }
  | { readonly outcome: 'outside'; readonly metres: number }
  | { readonly outcome: 'unproven'; readonly because: Unproven };

/** Null: the position is so inexact, or so impossible, that it says nothing. */
export const usablePosition = <P extends MeasuredPosition>(position: P | null, rules: PlaceRules): P | null =>
  position && isRealPosition(position) && position.accuracyM >= 0 && position.accuracyM <= rules.worstAccuracyM
    ? position
    : null;

/** Whether somebody stands at a place. A good position outside says no, whatever signboard is shown with it. */
export function placeProven(proof: PlaceProof, site: Site, rules: PlaceRules): PlaceProven {
  const position = usablePosition(proof.position, rules);
  const measured = position && placeOf(position, site);
  if (measured?.outcome === 'inside' || measured?.outcome === 'outside') return measured;
  if (proof.signboard !== 'none') {
    const shown = bySignboard(proof);
    if (shown.outcome === 'inside' || !measured) return shown;
  }
  return measured ?? { outcome: 'unproven', because: proof.position ? 'inexact' : 'no-position' };
}

function placeOf({ accuracyM, ...position }: MeasuredPosition, site: Site): PlaceProven {
  const plain = distanceM(position, site);
  if (plain <= site.radiusM) return { outcome: 'inside', by: 'position' };
  if (plain - accuracyM <= site.radiusM) return { outcome: 'doubtful', metres: plain };
  if (site.chineseMap !== false && distanceM(toChineseMap(position), site) <= site.radiusM)
    return { outcome: 'inside', by: 'chinese-map' };
  return { outcome: 'outside', metres: plain };
}

function bySignboard({ signboard, photoGiven }: PlaceProof): PlaceProven {
  if (signboard === 'not-bound') return { outcome: 'unproven', because: 'signboard-not-bound' };
  if (signboard === 'not-of-here') return { outcome: 'unproven', because: 'signboard-not-of-here' };
  return photoGiven ? { outcome: 'inside', by: 'signboard' } : { outcome: 'unproven', because: 'photo-missing' };
}

export const isProven = ({ outcome }: PlaceProven): boolean => outcome === 'inside' || outcome === 'doubtful';
