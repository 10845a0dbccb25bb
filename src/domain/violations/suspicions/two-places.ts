import { distanceM, isRealPosition, type Position } from '../../../kernel/geo';
import { HOUR, MINUTE, type Instant } from '../../../kernel/time';

/** Rule `supervision.two-places`: nobody travels faster, and places that lie nearer together count as one. */
export interface TwoPlacesRule {
  readonly kmPerHour: number;
  readonly leastMetres: number;
  /** A rougher position says nothing. */
  readonly worstAccuracyM: number;
}

/** A welder was, or was said to be, at a place from one moment to another: a scan is a moment, an arc is a stretch. */
export interface Sighting extends Position {
  readonly from: Instant;
  readonly to: Instant;
  readonly accuracyM: number;
  readonly machineId: string | null;
  readonly machineCode: string | null;
  readonly jobId: string | null;
}

export interface TwoPlaces {
  readonly first: Sighting;
  readonly second: Sighting;
  readonly apartM: number;
  readonly minutesBetween: number;
}

/**
 * 一人两地: two sightings of one welder that one person cannot explain. It accuses nobody: the card may have been lent, the
 * account shared, or a position forged. Each sighting is compared with the one before it, and with the longest before it.
 */
export function atTwoPlaces(sightings: readonly Sighting[], rule: TwoPlacesRule): TwoPlaces[] {
  const inTime = sightings
    .filter((one) => isRealPosition(one) && one.accuracyM <= rule.worstAccuracyM)
    .sort((a, b) => a.from - b.from || a.to - b.to);
  const found: TwoPlaces[] = [];
  let longest: Sighting | null = null;
  for (const [i, second] of inTime.entries()) {
    const before = new Set([inTime[i - 1], longest].filter((one) => one != null));
    for (const first of before) found.push(...apart(first, second, rule));
    if (longest === null || second.to > longest.to) longest = second;
  }
  return found;
}

function apart(first: Sighting, second: Sighting, { kmPerHour, leastMetres }: TwoPlacesRule): TwoPlaces[] {
  const apartM = Math.round(distanceM(first, second) - first.accuracyM - second.accuracyM);
  const between = Math.max(0, second.from - first.to);
  const farthestM = (between / HOUR) * kmPerHour * 1_000;
  return apartM < leastMetres || apartM <= farthestM
    ? []
    : [{ first, second, apartM, minutesBetween: Math.round(between / MINUTE) }];
}
