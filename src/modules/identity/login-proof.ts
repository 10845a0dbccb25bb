import { Injectable } from '@nestjs/common';
import { normalPhone } from '../../kernel/phone';
import type { Instant } from '../../kernel/time';
import type { Tx } from '../../platform/database/unit-of-work';
import { Sealer } from '../../platform/database/sealer';
import type { LogInRequest } from './auth.dto';
import { LoginCodes } from './login-codes';
import type { Waiting } from './passwords/hash-pool';
import { PasswordHasher } from './password-hasher';
import { type Credentials, UserStore } from './user.store';
import { PHONE_SEAL } from './user.mapper';

/** Who someone says they are, and what they offer to show it. */
export interface LoginClaim {
  readonly method: 'password' | 'code';
  /** As it counts for failed attempts: one spelling for one account. */
  readonly account: string;
  readonly username: string;
  readonly phoneHash: string | null;
  readonly secret: string;
}

/** Reads a sign-in and tells whether it holds. */
@Injectable()
export class LoginProof {
  constructor(
    private readonly users: UserStore,
    private readonly passwords: PasswordHasher,
    private readonly codes: LoginCodes,
    private readonly sealer: Sealer,
  ) {}

  /** A user name may be a phone; a code always belongs to a phone. Null: something is missing. */
  claimIn({ username, phone, password, code }: LogInRequest): LoginClaim | null {
    const typed = (username ?? phone ?? '').trim().toLowerCase();
    const number = normalPhone(typed);
    const account = number ?? typed;
    const phoneHash = number === null ? null : this.sealer.fingerprint(PHONE_SEAL, number);
    if (typed === '') return null;
    if (password !== undefined) return { method: 'password', account, username: typed, phoneHash, secret: password };
    if (code === undefined || phoneHash === null) return null;
    return { method: 'code', account, username: '', phoneHash, secret: code };
  }

  find(tx: Tx, { username, phoneHash }: LoginClaim): Promise<Credentials | null> {
    return this.users.credentials(tx, username, phoneHash);
  }

  /** Outside any transaction, for it keeps a core busy for long. Takes as long where there is no such user. */
  async passwordHolds({ method, secret }: LoginClaim, found: Credentials | null, waiting: Waiting): Promise<boolean> {
    return method !== 'password' || this.passwords.matches(secret, found?.passwordHash ?? null, waiting);
  }

  async codeHolds(tx: Tx, claim: LoginClaim, address: string, at: Instant): Promise<boolean> {
    const { method, phoneHash, secret: code } = claim;
    return method !== 'code' || (phoneHash !== null && (await this.codes.redeem(tx, phoneHash, { code, address }, at)));
  }
}
