import { distanceM, type Position } from '../../kernel/geo';

export interface Measured extends Position {
  readonly accuracyM: number;
}

/**
 * 远距离扫码: the phone that started a job was elsewhere than the machine's chip. Returns the distance in whole metres, or
 * null if both may have been at one place: each position may be wrong by its own accuracy, so both are allowed for.
 * `farthestM` is rule `supervision.remote-scan-m`.
 */
export function remoteScanM(phone: Measured, chip: Measured, farthestM: number): number | null {
  const distance = distanceM(phone, chip);
  return distance > Math.max(farthestM, phone.accuracyM + chip.accuracyM) ? Math.round(distance) : null;
}
