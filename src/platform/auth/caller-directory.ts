import type { Caller } from './caller';

/** Whom an access token names, and where it came from. */
export interface TokenSubject {
  readonly userId: string;
  readonly sessionId: string;
  readonly address: string | null;
}

/** Who a user is right now and what they may do. The feature that owns the users answers; the guard only asks. */
export abstract class CallerDirectory {
  /** `null`: there is no such user, or none who may still come in, or the session has ended. */
  abstract find(subject: TokenSubject): Promise<Caller | null>;

  abstract holds(caller: Caller, permission: string): boolean;
}
