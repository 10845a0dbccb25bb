import { Injectable } from '@nestjs/common';
import { conflict, forbidden, type Refusal } from '../../kernel/refusal';
import { ok, refused, type Result } from '../../kernel/result';
import { Journal } from '../../platform/audit/journal';
import type { Caller } from '../../platform/auth/caller';
import type { Call, Request } from '../../platform/auth/request';
import { systemScope } from '../../platform/database/scope';
import { UnitOfWork } from '../../platform/database/unit-of-work';
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
  ) {}

  async execute(request: Request, { current, password }: ChangePasswordRequest): Promise<Result<Session, Refusal>> {
    const stored = await this.uow.run(SCOPE, (tx) => this.look({ ...request, tx }));
    if (!stored.ok) return stored;
    const holds = await this.passwords.matches(current, stored.value);
    const passwordHash = await this.passwords.hash(password);
    return this.uow.run(SCOPE, (tx) => {
      const call = { ...request, tx };
      return holds ? this.change(call, passwordHash) : this.fail(call);
    });
  }

  private async look({ tx, caller, at }: Call): Promise<Result<string, Refusal>> {
    const delayed = await this.patience.refusal(tx, attempterIn(caller), at);
    if (delayed) return refused(delayed);
    const stored = await this.users.passwordHash(tx, caller.userId);
    return stored === null ? refused(conflict('user.no-password')) : ok(stored);
  }

  /** Guesses with a stolen access token are slowed like those at the door. */
  private async fail(call: Call): Promise<Result<Session, Refusal>> {
    await this.patience.failed(call.tx, attempterIn(call.caller), call.at);
    this.record(call, 'user.password-change-failed');
    return refused(forbidden('user.wrong-password'));
  }

  private async change(call: Call, passwordHash: string): Promise<Result<Session, Refusal>> {
    const { tx, caller, at } = call;
    await this.patience.succeeded(tx, attempterIn(caller));
    await this.users.setPassword(tx, caller.userId, passwordHash);
    await this.sessions.endAllOf(tx, caller.userId, 'password-changed', at);
    this.record(call, 'user.password-changed');
    return ok(await this.sessions.open(tx, { ...caller, id: caller.userId }, caller.deviceHash ?? null, at));
  }

  private record({ tx, caller, at }: Call, action: string): void {
    const { userId: entityId, regionCode } = caller;
    this.journal.record(tx, caller, at, [{ action, entity: 'user', entityId, regionCode }]);
  }
}

const attempterIn = ({ userId, address }: Caller) => ({ account: `password of ${userId}`, address: address ?? '' });
