import type { Scope } from '../database/scope';

/** Who asks. Built from the access token and the user row by the guard; handed to use cases as an argument. */
export interface Caller {
  readonly userId: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly scope: Scope;
  readonly regionCode: string | null;
  readonly enterpriseId: string | null;
  readonly welderId: string | null;
  /** Acts for an enterprise, and no official has confirmed who they are. */
  readonly seatWaiting?: boolean;
  /** Signed in with a password that somebody else gave: first it is changed. */
  readonly mustChangePassword?: boolean;
  /** An installation asks for a second factor, and the person has none yet: first it is set up. */
  readonly secondFactorDue?: boolean;
  /** Network address, for the audit trail. */
  readonly address: string | null;
  /** Of the sign-in that the access token belongs to; missing where nobody signed in (a command line). */
  readonly sessionId?: string;
  /** The device at which the caller signed in, if it is known. */
  readonly deviceHash?: string | null;
}

/** Someone or something that writes: a caller, or a named part of the platform (`detector`, `timer`). */
export type Actor = Pick<Caller, 'name' | 'address' | 'deviceHash'> & { readonly userId: string | null };

export const systemActor = (name: string): Actor => ({ userId: null, name, address: null });
