import { Injectable } from '@nestjs/common';
import { invalid, unauthenticated, type Refusal } from '../../kernel/refusal';
import { ok, refused, type Result } from '../../kernel/result';
import { systemScope } from '../../platform/database/scope';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work';
import { networkOf } from '../../platform/http/network';
import { Clock } from '../../platform/time/clock';
import type { LogInRequest } from './auth.dto';
import { EnterAccount, type Trial } from './enter-account';
import { KnownDevices, type Origin } from './known-devices';
import { LoginAttempts } from './login-attempts';
import type { Attempter } from './login-patience';
import { type LoginClaim, LoginProof } from './login-proof';
import type { Session } from './sessions';
import { LoginTickets } from './second-factor/login-tickets';
import { SecondFactors } from './second-factor/second-factors';
import type { Credentials } from './user.store';
import type { User } from './user';

const SCOPE = systemScope('login');

interface Recognised {
  readonly credentials: Credentials | null;
  readonly attempter: Attempter;
}

/** Opens a session for someone who proves who they are. Only failures slow down, never a success. */
@Injectable()
export class LogIn {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly proof: LoginProof,
    private readonly attempts: LoginAttempts,
    private readonly devices: KnownDevices,
    private readonly enter: EnterAccount,
    private readonly factors: SecondFactors,
    private readonly tickets: LoginTickets,
    private readonly clock: Clock,
  ) {}

  async execute(request: LogInRequest, from: Origin): Promise<Result<Session, Refusal>> {
    const claim = this.proof.claimIn(request);
    if (!claim) return refused(invalid('login.incomplete'));
    const found = await this.uow.run(SCOPE, (tx) => this.recognise(tx, claim, from));
    return this.attempts.run(found.attempter, () => this.attempt(claim, found, from));
  }

  private async recognise(tx: Tx, claim: LoginClaim, from: Origin): Promise<Recognised> {
    const credentials = await this.proof.find(tx, claim);
    const known = await this.devices.known(tx, credentials?.user.id ?? '', from);
    const address = networkOf(from.address);
    return { credentials, attempter: { account: claim.account, address, device: from.device, known } };
  }

  private async attempt(
    claim: LoginClaim,
    { credentials, attempter }: Recognised,
    from: Origin,
  ): Promise<Result<Session, Refusal>> {
    const at = this.clock.now(); // when this attempt's turn has come: the wait before it counts
    const passwordHolds = await this.proof.passwordHolds(claim, credentials, {
      from: attempter.address,
      trusted: attempter.known === 'device',
    });
    return this.uow.run(SCOPE, async (tx) => {
      const holds = passwordHolds && (await this.proof.codeHolds(tx, claim, from.address, at));
      const user = credentials?.user ?? null;
      const trial = { attempter, from, at, method: claim.method };
      if (!holds || !user) return this.enter.fail(tx, user, trial);
      return user.disabledAt === null ? this.letIn(tx, claim, user, trial) : refused(unauthenticated('auth.disabled'));
    });
  }

  /** Who has a second factor gets a ticket to it; until then nothing is forgiven to whoever guessed before. */
  private async letIn(tx: Tx, { method }: LoginClaim, user: User, trial: Trial): Promise<Result<Session, Refusal>> {
    const temporary = method === 'password' && user.passwordTemporary;
    if (!(await this.factors.isOn(tx, user.id))) return ok(await this.enter.open(tx, user, trial, temporary));
    const ticket = this.tickets.issue({ userId: user.id, method, temporary }, trial.at);
    return refused(unauthenticated('login.second-factor', { extra: { ticket } }));
  }
}
