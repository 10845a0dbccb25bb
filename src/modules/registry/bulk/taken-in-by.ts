import type { Instant } from '../../../kernel/time';
import type { Actor } from '../../../platform/auth/caller';

/** In whose name and when a list is taken in. */
export interface TakenInBy {
  readonly actor: Actor;
  readonly at: Instant;
}
