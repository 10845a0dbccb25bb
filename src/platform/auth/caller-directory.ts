import type { Caller } from './caller';

/** Who a user is right now and what they may do. The feature that owns the users answers; the guard only asks. */
export abstract class CallerDirectory {
  /** `null`: there is no such user, or none who may still come in. */
  abstract find(userId: string, address: string | null): Promise<Caller | null>;

  abstract holds(caller: Caller, permission: string): boolean;
}
