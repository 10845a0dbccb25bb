import { distanceM, type Position } from '../../../kernel/geo';
import type { PermitCommandRequest } from '../permit-command.dto';

export const positionOf = ({ lat, lng }: PermitCommandRequest): Position | null =>
  lat === undefined || lng === undefined ? null : { lat, lng };

/** How far from the place somebody surely is: what the position may be wrong by counts for them. Unknown without a position. */
export function metresFromPlace(body: PermitCommandRequest, place: Position): number | undefined {
  const position = positionOf(body);
  return position ? Math.max(0, distanceM(position, place) - (body.accuracyM ?? 0)) : undefined;
}
