import type { Caller } from './caller';

/** The user and session that an access token names, and the address it came from. */
export interface TokenSubject {
  readonly userId: string;
  readonly sessionId: string;
  readonly address: string | null;
}

/** Who a user is right now and what they may do. The feature that owns the users answers; the guard only asks. */
export abstract class CallerDirectory {
  /** `null`: there is no such user, or none who may still come in, or the session has ended. */
  abstract find(subject: TokenSubject): Promise<Caller | null>;

  private readonly listeners: ((userId: string) => void)[] = [];

  /** Told when a user or their sessions changed in this process. */
  whenChanged(listener: (userId: string) => void): void {
    this.listeners.push(listener);
  }

  protected announce(userId: string): void {
    for (const listener of this.listeners) listener(userId);
  }

  abstract holds(caller: Caller, permission: string): boolean;
}
