import { Injectable } from '@nestjs/common';
import { conflict, forbidden, type Refusal } from '../../kernel/refusal';
import { ok, refused, type Result } from '../../kernel/result';
import type { Instant } from '../../kernel/time';
import { Journal } from '../../platform/audit/journal';
import type { Caller } from '../../platform/auth/caller';
import { systemScope } from '../../platform/database/scope';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work';
import { Clock } from '../../platform/time/clock';
import { LoginPatience } from './login-patience';
import { PasswordHasher } from './password-hasher';
import { type Session, Sessions } from './sessions';
import type { ChangePasswordRequest } from './user.dto';
import { UserStore } from './user.store';

const SCOPE = systemScope('change-password');

/** Someone's own new password, for the current one. All sessions end, and the one that asked goes on with a new token. */
@Injectable()
export class ChangePassword {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly users: UserStore,
    private readonly passwords: PasswordHasher,
    private readonly patience: LoginPatience,
    private readonly sessions: Sessions,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async execute(caller: Caller, { current, password }: ChangePasswordRequest): Promise<Result<Session, Refusal>> {
    const at = this.clock.now();
    const stored = await this.uow.run(SCOPE, (tx) => this.look(tx, caller, at));
    if (!stored.ok) return stored;
    const holds = await this.passwords.matches(current, stored.value);
    const passwordHash = await this.passwords.hash(password);
    return this.uow.run(SCOPE, (tx) => (holds ? this.change(tx, caller, passwordHash, at) : this.fail(tx, caller, at)));
  }

  private async look(tx: Tx, caller: Caller, at: Instant): Promise<Result<string, Refusal>> {
    const delayed = await this.patience.refusal(tx, attempterIn(caller), at);
    if (delayed) return refused(delayed);
    const stored = await this.users.passwordHash(tx, caller.userId);
    return stored === null ? refused(conflict('user.no-password')) : ok(stored);
  }

  /** Guesses with a stolen access token are slowed like those at the door. */
  private async fail(tx: Tx, caller: Caller, at: Instant): Promise<Result<Session, Refusal>> {
    await this.patience.failed(tx, attempterIn(caller), at);
    this.record(tx, caller, 'user.password-change-failed', at);
    return refused(forbidden('user.wrong-password'));
  }

  private async change(tx: Tx, caller: Caller, passwordHash: string, at: Instant): Promise<Result<Session, Refusal>> {
    await this.patience.succeeded(tx, attempterIn(caller));
    await this.users.setPassword(tx, caller.userId, passwordHash);
    await this.sessions.endAllOf(tx, caller.userId, 'password-changed', at);
    this.record(tx, caller, 'user.password-changed', at);
    return ok(await this.sessions.open(tx, { ...caller, id: caller.userId }, at));
  }

  private record(tx: Tx, caller: Caller, action: string, at: Instant): void {
    const { userId: entityId, regionCode } = caller;
    this.journal.record(tx, caller, at, [{ action, entity: 'user', entityId, regionCode }]);
  }
}

const attempterIn = ({ userId, address }: Caller) => ({ account: `password of ${userId}`, address: address ?? '' });
