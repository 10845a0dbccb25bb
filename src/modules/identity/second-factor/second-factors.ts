import { Injectable } from '@nestjs/common';
import { MINUTE, type Instant } from '../../../kernel/time';
import { Sealer } from '../../../platform/database/sealer';
import type { Tx } from '../../../platform/database/unit-of-work';
import { newRecoveryCodes, recoveryCode } from './recovery-codes';
import { SecondFactorStore } from './second-factor.store';
import { newTotpSecret, totpStep } from './totp';

export const FACTOR_SEAL = 'user.second-factor';
/** A secret that nobody proved within this time is shown to nobody's phone any more. */
const BEGUN_FOR = 15 * MINUTE;

/** What an authenticator or a recovery code proves. */
@Injectable()
export class SecondFactors {
  constructor(
    private readonly store: SecondFactorStore,
    private readonly sealer: Sealer,
  ) {}

  isOn(tx: Tx, userId: string): Promise<boolean> {
    return this.store.isOn(tx, userId);
  }

  /** Since when it is on; null where it is not. */
  async standing(tx: Tx, userId: string): Promise<{ since: Instant | null; recoveryCodesLeft: number }> {
    const since = (await this.store.of(tx, userId))?.confirmedAt ?? null;
    return { since, recoveryCodesLeft: await this.store.recoveryCodesLeft(tx, userId) };
  }

  remove(tx: Tx, userId: string): Promise<boolean> {
    return this.store.remove(tx, userId);
  }

  /** The new secret; null where one is on already. */
  async begin(tx: Tx, userId: string, at: Instant): Promise<string | null> {
    const secret = newTotpSecret();
    return (await this.store.begin(tx, userId, this.sealer.seal(FACTOR_SEAL, secret), at)) ? secret : null;
  }

  /** The recovery codes, to be shown once; null where the code does not fit what was begun. */
  async confirm(tx: Tx, userId: string, code: string, at: Instant): Promise<string[] | null> {
    const begun = await this.store.of(tx, userId);
    if (!begun || begun.confirmedAt !== null || at > begun.begunAt + BEGUN_FOR) return null;
    const step = totpStep(this.sealer.open(FACTOR_SEAL, begun.sealed), code, at);
    if (step === null || !(await this.store.confirm(tx, begun, step, at))) return null;
    const codes = newRecoveryCodes();
    const hashes = codes.flatMap((one) => recoveryCode(one) ?? []).map((one) => this.hashOf(userId, one));
    await this.store.addRecoveryCodes(tx, userId, hashes);
    return codes;
  }

  /** Which of the two the code was; null where it proves nothing. Each counts once. */
  async redeem(tx: Tx, userId: string, code: string, at: Instant): Promise<'totp' | 'recovery' | null> {
    const spare = recoveryCode(code);
    if (spare !== null)
      return (await this.store.useRecoveryCode(tx, userId, this.hashOf(userId, spare), at)) ? 'recovery' : null;
    const factor = await this.store.of(tx, userId);
    const step = factor && totpStep(this.sealer.open(FACTOR_SEAL, factor.sealed), code.replace(/\s/g, ''), at);
    return step !== null && (await this.store.useStep(tx, userId, step)) ? 'totp' : null;
  }

  private hashOf(userId: string, code: string): string {
    return this.sealer.fingerprint('user.recovery-code', `${userId} ${code}`);
  }
}
