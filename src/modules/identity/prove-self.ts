import { Injectable } from '@nestjs/common';
import { conflict, forbidden, invalid, type Refusal } from '../../kernel/refusal';
import { ok, refused, type Result } from '../../kernel/result';
import { Journal } from '../../platform/audit/journal';
import type { Request } from '../../platform/auth/request';
import { systemScope } from '../../platform/database/scope';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { LoginAttempts } from './login-attempts';
import { LoginCodes } from './login-codes';
import { LoginPatience } from './login-patience';
import { ownAttempter } from './own-attempter';
import { PasswordHasher } from './password-hasher';
import { UserStore } from './user.store';

const SCOPE = systemScope('prove-self');

/** What somebody who is signed in shows again: the password, or a code that was sent to their phone. */
export interface SelfProof {
  readonly current?: string;
  readonly code?: string;
}

/** For what a stolen access token or a phone left lying must not open. Guesses are slowed like those at the door. */
@Injectable()
export class ProveSelf {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly users: UserStore,
    private readonly passwords: PasswordHasher,
    private readonly codes: LoginCodes,
    private readonly attempts: LoginAttempts,
    private readonly patience: LoginPatience,
    private readonly journal: Journal,
  ) {}

  execute(request: Request, { current, code }: SelfProof): Promise<Result<null, Refusal>> {
    return this.attempts.run(ownAttempter(request.caller), async () => {
      if (current !== undefined) return this.byPassword(request, current);
      return code === undefined ? refused(invalid('self.unproven')) : this.byCode(request, code);
    });
  }

  private async byPassword(request: Request, current: string): Promise<Result<null, Refusal>> {
    const stored = await this.uow.run(SCOPE, (tx) => this.users.passwordHash(tx, request.caller.userId));
    if (stored === null) return refused(conflict('user.no-password'));
    return this.settle(request, (await this.passwords.matches(current, stored)) ? null : 'user.wrong-password');
  }

  private async byCode({ caller, ...request }: Request, code: string): Promise<Result<null, Refusal>> {
    const address = caller.address ?? '';
    const held = await this.uow.run(SCOPE, async (tx) => {
      const phoneHash = await this.users.phoneHash(tx, caller.userId);
      return phoneHash && (await this.codes.redeem(tx, phoneHash, { code, address }, request.at));
    });
    if (held === null) return refused(conflict('self.no-phone'));
    return this.settle({ caller, ...request }, held ? null : 'self.wrong-code');
  }

  private settle({ caller, at }: Request, fault: string | null): Promise<Result<null, Refusal>> {
    return this.uow.run(SCOPE, async (tx) => {
      if (fault === null) {
        await this.patience.succeeded(tx, ownAttempter(caller));
        return ok(null);
      }
      await this.patience.failed(tx, ownAttempter(caller), at);
      const { userId: entityId, regionCode } = caller;
      this.journal.record(tx, caller, at, [{ action: 'user.proof-failed', entity: 'user', entityId, regionCode }]);
      return refused(forbidden(fault));
    });
  }
}
