import { systemActor } from '../../platform/auth/caller';

/** In whose name the platform itself finds, confirms and withdraws. */
export const DETECTOR = systemActor('detector');
