import { Injectable } from '@nestjs/common';
import { invalid, unauthenticated, type Refusal } from '../../kernel/refusal';
import { ok, refused, type Result } from '../../kernel/result';
import type { Instant } from '../../kernel/time';
import { Journal } from '../../platform/audit/journal';
import { systemScope } from '../../platform/database/scope';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work';
import { networkOf } from '../../platform/http/network';
import { Clock } from '../../platform/time/clock';
import type { LogInRequest } from './auth.dto';
import { KnownDevices, type Origin } from './known-devices';
import { LoginAttempts } from './login-attempts';
import { type Attempter, LoginPatience } from './login-patience';
import { type LoginClaim, LoginProof } from './login-proof';
import { type Session, Sessions } from './sessions';
import type { Credentials } from './user.store';
import type { User } from './user';

const SCOPE = systemScope('login');

interface Recognised {
  readonly credentials: Credentials | null;
  readonly attempter: Attempter;
}

interface Trial {
  readonly attempter: Attempter;
  readonly from: Origin;
  readonly at: Instant;
}

/** Opens a session for someone who proves who they are. Only failures slow down, never a success. */
@Injectable()
export class LogIn {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly proof: LoginProof,
    private readonly attempts: LoginAttempts,
    private readonly patience: LoginPatience,
    private readonly devices: KnownDevices,
    private readonly sessions: Sessions,
    private readonly journal: Journal,
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
      if (!holds || !user) return this.fail(tx, claim, user, { attempter, from, at });
      return user.disabledAt === null
        ? ok(await this.open(tx, claim, user, { attempter, from, at }))
        : refused(unauthenticated('auth.disabled'));
    });
  }

  /** What was typed is not recorded: it may be a password in the wrong field. */
  private async fail(
    tx: Tx,
    { method }: LoginClaim,
    user: User | null,
    { attempter, from: { address }, at }: Trial,
  ): Promise<Result<Session, Refusal>> {
    await this.patience.failed(tx, attempter, at);
    this.journal.record(tx, { userId: null, name: 'login', address }, at, [
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

  private async open(tx: Tx, { method }: LoginClaim, user: User, { attempter, from, at }: Trial): Promise<Session> {
    await this.patience.succeeded(tx, attempter);
    await this.devices.remember(tx, user.id, from, at);
    this.journal.record(tx, { userId: user.id, name: user.name, address: from.address }, at, [
      { action: 'login.succeeded', entity: 'user', entityId: user.id, regionCode: user.regionCode, after: { method } },
    ]);
    const temporary = method === 'password' && user.passwordTemporary;
    return this.sessions.open(tx, user, { deviceHash: this.devices.hashOf(from), temporary }, at);
  }
}
