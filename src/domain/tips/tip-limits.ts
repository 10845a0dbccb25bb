import { HOUR, MINUTE } from '../../kernel/time';

/** Photos of one tip. */
export const MOST_TIP_PHOTOS = 6;

interface Limit {
  readonly subject: string;
  readonly most: number;
  readonly per: number;
}

/**
 * A whole works canteen may sit behind one address: only a machine sends more. A place has no limit: whoever filled it up
 * would silence everybody who sees a fire there.
 */
export const addressLimits = (address: string): readonly Limit[] => [
  { subject: `tip address ${address}`, most: 10, per: 10 * MINUTE },
  { subject: `tip address ${address}`, most: 30, per: 24 * HOUR },
];

/** Looking a tip up: nobody tries codes. */
export const lookUpLimits = (address: string): readonly Limit[] => [
  { subject: `tip look ${address}`, most: 30, per: MINUTE },
];

/** Paying a reward: nobody tries the six digits of a PIN. */
export const pinLimits = (tipHash: string): readonly Limit[] => [{ subject: `tip pin ${tipHash}`, most: 5, per: HOUR }];
