import { Injectable } from '@nestjs/common';
import { invalid, unauthenticated, type Refusal } from '../../kernel/refusal';
import { ok, refused, type Result } from '../../kernel/result';
import type { Instant } from '../../kernel/time';
import { Journal } from '../../platform/audit/journal';
import { systemScope } from '../../platform/database/scope';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work';
import { Clock } from '../../platform/time/clock';
import type { LogInRequest } from './auth.dto';
import { LoginPatience, type Attempter } from './login-patience';
import { type LoginClaim, LoginProof } from './login-proof';
import { OneAtATime } from './one-at-a-time';
import { type Session, Sessions } from './sessions';
import type { Credentials, User } from './user.store';

const SCOPE = systemScope('login');

/** Opens a session for someone who proves who they are. Only failures slow down, never a success. */
@Injectable()
export class LogIn {
  private readonly turns = new OneAtATime();

  constructor(
    private readonly uow: UnitOfWork,
    private readonly proof: LoginProof,
    private readonly patience: LoginPatience,
    private readonly sessions: Sessions,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async execute(request: LogInRequest, address: string): Promise<Result<Session, Refusal>> {
    const claim = this.proof.claimIn(request);
    if (!claim) return refused(invalid('login.incomplete'));
    return this.turns.run(claim.account, () => this.attempt(claim, address));
  }

  private async attempt(claim: LoginClaim, address: string): Promise<Result<Session, Refusal>> {
    const at = this.clock.now(); // when this attempt's turn has come: the wait before it counts
    const attempter = { account: claim.account, address };
    const found = await this.uow.run(SCOPE, (tx) => this.look(tx, claim, attempter, at));
    if (!found.ok) return found;
    const passwordHolds = await this.proof.passwordHolds(claim, found.value);
    return this.uow.run(SCOPE, async (tx) => {
      const holds = passwordHolds && (await this.proof.codeHolds(tx, claim, address, at));
      const user = found.value?.user ?? null;
      if (!holds || !user) return this.fail(tx, claim, user, attempter, at);
      return user.disabledAt === null
        ? ok(await this.open(tx, claim, user, attempter, at))
        : refused(unauthenticated('auth.disabled'));
    });
  }

  private async look(
    tx: Tx,
    claim: LoginClaim,
    attempter: Attempter,
    at: Instant,
  ): Promise<Result<Credentials | null, Refusal>> {
    const delayed = await this.patience.refusal(tx, attempter, at);
    return delayed ? refused(delayed) : ok(await this.proof.find(tx, claim));
  }

  /** What was typed is not recorded: it may be a password in the wrong field. */
  private async fail(
    tx: Tx,
    { method }: LoginClaim,
    user: User | null,
    attempter: Attempter,
    at: Instant,
  ): Promise<Result<Session, Refusal>> {
    await this.patience.failed(tx, attempter, at);
    this.journal.record(tx, { userId: null, name: 'login', address: attempter.address }, at, [
      {
        action: 'login.failed',
        entity: 'user',
        entityId: user?.id ?? 'unknown',
        regionCode: user?.regionCode,
        after: { method },
      },
    ]);
    return refused(unauthenticated('login.failed'));
  }

  private async open(tx: Tx, { method }: LoginClaim, user: User, attempter: Attempter, at: Instant): Promise<Session> {
    await this.patience.succeeded(tx, attempter);
    const actor = { userId: user.id, name: user.name, address: attempter.address };
    this.journal.record(tx, actor, at, [
      { action: 'login.succeeded', entity: 'user', entityId: user.id, regionCode: user.regionCode, after: { method } },
    ]);
    return this.sessions.open(tx, user, at);
  }
}
