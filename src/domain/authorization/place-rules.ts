import { distanceM, type Position } from '../../kernel/geo';
import { openHours } from '../permits/opening-hours';
import type { MeasuredPosition } from './facts';
import { asVariant, blocking, warning } from './finding';
import { rulesFor } from './permit-rules';
import type { PermitRule } from './rule';

export interface Site extends Position {
  readonly radiusM: number;
}

export type Standing = 'inside' | 'doubtful' | 'outside';

/** Doubtful: measured outside, but the true place may lie inside. */
export function standing({ lat, lng, accuracyM }: MeasuredPosition, site: Site): Standing {
  const distance = distanceM({ lat, lng }, site);
  if (distance <= site.radiusM) return 'inside';
  return distance - accuracyM > site.radiusM ? 'outside' : 'doubtful';
}

/**
 * The place of work is the permit's place. Not knowing where one is only warns: positions are voluntary and fail in
 * cellars, and a chip without a fix never blocks; the signboard is scanned instead.
 */
export const insideSite: PermitRule = (permit, facts, at) => {
  const { position } = facts;
  if (!position) return [asVariant('unknown', warning('place.outside-site'))];
  const radiusM = Math.max(permit.radiusM, rulesFor(permit, facts, at).leastRadiusM);
  const where = standing(position, { lat: permit.lat, lng: permit.lng, radiusM });
  if (where === 'inside') return [];
  const params = {
    distance: Math.round(distanceM(position, permit)),
    radius: radiusM,
    accuracy: Math.round(position.accuracyM),
  };
  return where === 'outside'
    ? [blocking('place.outside-site', params)]
    : [asVariant('doubtful', warning('place.outside-site', params))];
};

/** No work while the public is let in: rules `place.closed-hours-only` and `place.open-hours-exception`. */
export const publicGone: PermitRule = (permit, facts, at) =>
  openHours(permit, rulesFor(permit, facts, at), at).map(({ from, to }) =>
    blocking('place.closed-hours-only', { from, to }),
  );
