import { Injectable } from '@nestjs/common';
import { conflict, forbidden, wrongField, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { isoTime } from '../../../kernel/time';
import { Journal } from '../../../platform/audit/journal';
import type { Call, Request } from '../../../platform/auth/request';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { qrPath } from '../../../platform/documents/qr-picture';
import { LoginAttempts } from '../login-attempts';
import { LoginPatience } from '../login-patience';
import { ownAttempter } from '../own-attempter';
import { PasswordHasher } from '../password-hasher';
import { UserCallers } from '../user-callers';
import { UserStore } from '../user.store';
import { FactorDuty } from './factor-duty';
import type { BeginFactorRequest, BegunFactorView, RecoveryCodesView, SecondFactorView } from './second-factor.dto';
import { SecondFactors } from './second-factors';
import { totpAddress } from './totp';

const SCOPE = systemScope('second-factor');

/** One's own second factor: seen, set up in two steps, taken away with a code. */
@Injectable()
export class OwnSecondFactor {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly factors: SecondFactors,
    private readonly users: UserStore,
    private readonly passwords: PasswordHasher,
    private readonly attempts: LoginAttempts,
    private readonly patience: LoginPatience,
    private readonly callers: UserCallers,
    private readonly journal: Journal,
    private readonly duty: FactorDuty,
  ) {}

  show({ caller, at }: Request): Promise<SecondFactorView> {
    return this.uow.run(SCOPE, async (tx) => {
      const { since, recoveryCodesLeft } = await this.factors.standing(tx, caller.userId);
      const from = this.duty.begins(caller.roles, at);
      return {
        isOn: since !== null,
        isRequired: this.duty.holds(caller.roles, at),
        requiredFrom: from === null ? null : isoTime(from),
        since: since === null ? null : isoTime(since),
        recoveryCodesLeft,
      };
    });
  }

  /** Asks for the password: a stolen access token must not be enough to lock the owner out. */
  begin(request: Request, { password }: BeginFactorRequest): Promise<Result<BegunFactorView, Refusal>> {
    return this.attempts.run(ownAttempter(request.caller), async () => {
      const { userId } = request.caller;
      const stored = await this.uow.run(SCOPE, (tx) => this.users.passwordHash(tx, userId));
      if (stored !== null && password === undefined)
        return refused(wrongField('password', 'second-factor.password-needed'));
      const holds = stored === null || (await this.passwords.matches(password ?? '', stored));
      return this.uow.run(SCOPE, (tx) =>
        holds ? this.hand({ ...request, tx }) : this.fail({ ...request, tx }, 'user.wrong-password'),
      );
    });
  }

  confirm(request: Request, code: string): Promise<Result<RecoveryCodesView, Refusal>> {
    return this.uow.run(SCOPE, async (tx) => {
      const { caller, at } = request;
      const recoveryCodes = await this.factors.confirm(tx, caller.userId, code.replace(/\s/g, ''), at);
      if (!recoveryCodes) return refused(wrongField('code', 'second-factor.wrong-code'));
      this.note({ ...request, tx }, 'second-factor.set-up');
      return ok({ recoveryCodes });
    });
  }

  /** Whoever must have one is asked to set up the next one at once: that is how it moves to another phone. */
  remove(request: Request, code: string): Promise<Result<SecondFactorView, Refusal>> {
    return this.attempts.run(ownAttempter(request.caller), async () => {
      const removed = await this.uow.run(SCOPE, async (tx): Promise<Result<true, Refusal>> => {
        const call = { ...request, tx };
        if (!(await this.factors.redeem(tx, call.caller.userId, code, call.at)))
          return this.fail(call, 'second-factor.wrong-code');
        await this.factors.remove(tx, call.caller.userId);
        this.note(call, 'second-factor.removed');
        return ok(true);
      });
      return removed.ok ? ok(await this.show(request)) : removed;
    });
  }

  private async hand({ tx, caller, at }: Call): Promise<Result<BegunFactorView, Refusal>> {
    const user = await this.users.byId(tx, caller.userId);
    const secret = await this.factors.begin(tx, caller.userId, at);
    if (!secret || !user) return refused(conflict('second-factor.on'));
    const address = totpAddress(secret, user.username);
    return ok({ secret, address, ...qrPath(address) });
  }

  private async fail<T>(call: Call, code: string): Promise<Result<T, Refusal>> {
    await this.patience.failed(call.tx, ownAttempter(call.caller), call.at);
    this.record(call, 'second-factor.change-failed');
    return refused(forbidden(code));
  }

  private note(call: Call, action: string): void {
    this.record(call, action);
    call.tx.afterCommit(() => this.callers.forget(call.caller.userId));
  }

  private record({ tx, caller, at }: Call, action: string): void {
    const { userId: entityId, regionCode } = caller;
    this.journal.record(tx, caller, at, [{ action, entity: 'user', entityId, regionCode }]);
  }
}
