import type { Position } from '../../kernel/geo';
import { HOUR, MINUTE } from '../../kernel/time';

/** Photos of one tip. */
export const MOST_TIP_PHOTOS = 6;

interface Limit {
  readonly subject: string;
  readonly most: number;
  readonly per: number;
}

/** A whole works canteen may sit behind one address: only a machine sends more. */
export const addressLimits = (address: string): readonly Limit[] => [
  { subject: `tip address ${address}`, most: 10, per: 10 * MINUTE },
  { subject: `tip address ${address}`, most: 30, per: 24 * HOUR },
];

/** Cells of about a hundred metres. Thirty people who see one fire are heard; the hundredth tells nothing new. */
export const placeLimits = ({ lat, lng }: Position): readonly Limit[] => [
  { subject: `tip place ${lat.toFixed(3)} ${lng.toFixed(3)}`, most: 60, per: HOUR },
];

/** Looking a tip up: nobody tries codes. */
export const lookUpLimits = (address: string): readonly Limit[] => [
  { subject: `tip look ${address}`, most: 30, per: MINUTE },
];

/** Paying a reward: nobody tries the six digits of a PIN. */
export const pinLimits = (tipHash: string): readonly Limit[] => [{ subject: `tip pin ${tipHash}`, most: 5, per: HOUR }];
