import { Injectable } from '@nestjs/common';
import { unauthenticated, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { networkOf } from '../../../platform/http/network';
import { Clock } from '../../../platform/time/clock';
import { EnterAccount } from '../enter-account';
import { KnownDevices, type Origin } from '../known-devices';
import { LoginAttempts } from '../login-attempts';
import type { Attempter } from '../login-patience';
import { factorAttempter } from '../own-attempter';
import type { Session } from '../sessions';
import { UserStore } from '../user.store';
import { type LoginTicket, LoginTickets } from './login-tickets';
import type { SecondFactorRequest } from './second-factor.dto';
import { SecondFactors } from './second-factors';

const SCOPE = systemScope('login');
const ended = refused(unauthenticated('login.ticket-ended'));

/** The second step of signing in: guesses are slowed as those of passwords are. */
@Injectable()
export class CompleteLogIn {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly tickets: LoginTickets,
    private readonly factors: SecondFactors,
    private readonly users: UserStore,
    private readonly attempts: LoginAttempts,
    private readonly devices: KnownDevices,
    private readonly enter: EnterAccount,
    private readonly clock: Clock,
  ) {}

  async execute({ ticket: text, code }: SecondFactorRequest, from: Origin): Promise<Result<Session, Refusal>> {
    const ticket = this.tickets.read(text, this.clock.now());
    if (!ticket) return ended;
    const known = await this.uow.run(SCOPE, (tx) => this.devices.known(tx, ticket.userId, from));
    const { device, address } = from;
    const attempter = factorAttempter(ticket.userId, { device, known, address: networkOf(address) });
    return this.attempts.run(attempter, () => this.attempt(ticket, code, from, attempter));
  }

  private attempt(
    { userId, method, temporary }: LoginTicket,
    code: string,
    from: Origin,
    attempter: Attempter,
  ): Promise<Result<Session, Refusal>> {
    const at = this.clock.now();
    return this.uow.run(SCOPE, async (tx) => {
      const user = await this.users.byId(tx, userId);
      if (!user || user.disabledAt !== null) return refused(unauthenticated('auth.disabled'));
      const proof = await this.factors.redeem(tx, userId, code, at);
      const trial = { attempter, from, at, method: `${method}+${proof ?? 'totp'}` };
      return proof
        ? ok(await this.enter.open(tx, user, trial, temporary))
        : this.enter.fail(tx, user, trial, 'login.second-factor-wrong');
    });
  }
}
