import { Injectable } from '@nestjs/common';
import type { Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';
import { RecoveryCodeRow } from '../../../schema/identity/recovery-code.row';
import { SecondFactorRow } from '../../../schema/identity/second-factor.row';

@Injectable()
export class SecondFactorStore {
  async of(tx: Tx, userId: string): Promise<SecondFactorRow | null> {
    return tx.rows(SecondFactorRow).findOne({ where: { userId } });
  }

  async isOn(tx: Tx, userId: string): Promise<boolean> {
    return (await this.of(tx, userId))?.confirmedAt != null;
  }

  /** False where a confirmed one is there: it is not replaced. */
  async begin(tx: Tx, userId: string, sealed: string, at: Instant): Promise<boolean> {
    const rows = await tx.query(
      `insert into second_factors (user_id, sealed, begun_at) values ($1, $2, $3)
       on conflict (user_id) do update set sealed = excluded.sealed, begun_at = excluded.begun_at
       where second_factors.confirmed_at is null returning user_id`,
      [userId, sealed, new Date(at)],
    );
    return rows.length > 0;
  }

  /** False where it was confirmed, or begun anew, a moment ago. */
  async confirm(tx: Tx, { userId, sealed }: SecondFactorRow, step: number, at: Instant): Promise<boolean> {
    const rows = await tx.query(
      `update second_factors set confirmed_at = $3, last_step = $4 where user_id = $1 and sealed = $2 and confirmed_at is null returning user_id`,
      [userId, sealed, new Date(at), step],
    );
    return rows.length > 0;
  }

  /** False where a code of this step, or of a later one, was used: nobody signs in with a code that was looked at. */
  async useStep(tx: Tx, userId: string, step: number): Promise<boolean> {
    const rows = await tx.query(
      'update second_factors set last_step = $2 where user_id = $1 and last_step < $2 and confirmed_at is not null returning user_id',
      [userId, step],
    );
    return rows.length > 0;
  }

  /** Gone with its codes; false where there was none. */
  async remove(tx: Tx, userId: string): Promise<boolean> {
    return (await tx.query('delete from second_factors where user_id = $1 returning user_id', [userId])).length > 0;
  }

  async addRecoveryCodes(tx: Tx, userId: string, hashes: readonly string[]): Promise<void> {
    for (const codeHash of hashes) await tx.rows(RecoveryCodeRow).insert({ userId, codeHash, usedAt: null });
  }

  /** False where there is no such code, or where it was used. */
  async useRecoveryCode(tx: Tx, userId: string, codeHash: string, at: Instant): Promise<boolean> {
    const rows = await tx.query(
      'update recovery_codes set used_at = $3 where user_id = $1 and code_hash = $2 and used_at is null returning user_id',
      [userId, codeHash, new Date(at)],
    );
    return rows.length > 0;
  }

  async recoveryCodesLeft(tx: Tx, userId: string): Promise<number> {
    const rows = await tx.rows(RecoveryCodeRow).find({ where: { userId } });
    return rows.filter(({ usedAt }) => usedAt === null).length;
  }
}
