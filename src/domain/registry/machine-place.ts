import { isRealPosition, type Position } from '../../kernel/geo';

/** A worse pin may lie in the next grid: it is no place of a machine. */
const WORST_ACCURACY_M = 200;

/** Where a machine stands, as somebody's phone told it on the spot; null: the phone did not know well enough. */
export function machinePlace(pin: (Position & { readonly accuracyM?: number }) | null): Position | null {
  if (pin === null || !isRealPosition(pin) || (pin.accuracyM ?? 0) > WORST_ACCURACY_M) return null;
  return { lat: pin.lat, lng: pin.lng };
}
