import { Injectable } from '@nestjs/common';
import { conflict, forbidden, wrongField, type Refusal } from '../../kernel/refusal';
import { ok, refused, type Result } from '../../kernel/result';
import { Journal } from '../../platform/audit/journal';
import type { Call, Request } from '../../platform/auth/request';
import { systemScope } from '../../platform/database/scope';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { LoginAttempts } from './login-attempts';
import { LoginPatience } from './login-patience';
import { ownAttempter } from './own-attempter';
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
    private readonly attempts: LoginAttempts,
    private readonly patience: LoginPatience,
    private readonly sessions: Sessions,
    private readonly journal: Journal,
  ) {}

  execute(request: Request, body: ChangePasswordRequest, deviceName: string | null): Promise<Result<Session, Refusal>> {
    return this.attempts.run(ownAttempter(request.caller), () => this.attempt(request, body, deviceName));
  }

  private async attempt(request: Request, { current, password }: ChangePasswordRequest, deviceName: string | null) {
    if (password === current) return refused(wrongField('password', 'user.password-unchanged'));
    const user = await this.uow.run(SCOPE, (tx) => this.users.byId(tx, request.caller.userId));
    const weakness = await this.passwords.weakness(password, [user?.username]);
    if (weakness) return refused(wrongField('password', weakness));
    const stored = await this.uow.run(SCOPE, (tx) => this.users.passwordHash(tx, request.caller.userId));
    if (stored === null) return refused(conflict('user.no-password'));
    const holds = await this.passwords.matches(current, stored);
    const passwordHash = holds ? await this.passwords.hash(password) : null;
    return this.uow.run(SCOPE, (tx) => {
      const call = { ...request, tx };
      return passwordHash === null ? this.fail(call) : this.change(call, passwordHash, deviceName);
    });
  }

  /** Guesses with a stolen access token are slowed like those at the door. */
  private async fail(call: Call): Promise<Result<Session, Refusal>> {
    await this.patience.failed(call.tx, ownAttempter(call.caller), call.at);
    this.record(call, 'user.password-change-failed');
    return refused(forbidden('user.wrong-password'));
  }

  private async change(call: Call, passwordHash: string, deviceName: string | null): Promise<Result<Session, Refusal>> {
    const { tx, caller, at } = call;
    await this.patience.succeeded(tx, ownAttempter(caller));
    await this.users.setPassword(tx, caller.userId, passwordHash);
    await this.sessions.endAllOf(tx, caller.userId, 'password-changed', at);
    this.record(call, 'user.password-changed');
    return ok(
      await this.sessions.open(
        tx,
        { ...caller, id: caller.userId },
        { deviceHash: caller.deviceHash ?? null, deviceName },
        at,
      ),
    );
  }

  private record({ tx, caller, at }: Call, action: string): void {
    const { userId: entityId, regionCode } = caller;
    this.journal.record(tx, caller, at, [{ action, entity: 'user', entityId, regionCode }]);
  }
}
