import { Injectable } from '@nestjs/common';
import { MINUTE, type Instant } from '../../../kernel/time';
import { Sealer } from '../../../platform/database/sealer';
import type { LoginClaim } from '../login-proof';

const SEAL = 'login.ticket';
const LIFE = 5 * MINUTE;

/** What the first factor proved. */
export interface LoginTicket {
  readonly userId: string;
  readonly method: LoginClaim['method'];
  /** Signed in with a password that somebody else gave. */
  readonly temporary: boolean;
}

interface Dated extends LoginTicket {
  readonly until: Instant;
}

/** Carries a first factor to the second one; nothing is kept. Alone it opens nothing. */
@Injectable()
export class LoginTickets {
  constructor(private readonly sealer: Sealer) {}

  issue(ticket: LoginTicket, at: Instant): string {
    return this.sealer.seal(SEAL, JSON.stringify({ ...ticket, until: at + LIFE } satisfies Dated));
  }

  /** Null: not ours, or too old. */
  read(text: string, at: Instant): LoginTicket | null {
    try {
      const { until, ...ticket } = JSON.parse(this.sealer.open(SEAL, text)) as Dated;
      return at < until ? ticket : null;
    } catch {
      return null;
    }
  }
}
