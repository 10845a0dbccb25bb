import { Injectable } from '@nestjs/common';
import type { RollState } from '../../../domain/registry/code-roll';
import type { Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';
import { CodeRollRow } from '../../../schema/registry/code-roll.row';

export interface CodeRoll extends Readonly<CodeRollRow> {
  readonly state: RollState;
}

export type NewRoll = Readonly<Pick<CodeRollRow, 'id' | 'regionCode' | 'enterpriseId' | 'count' | 'madeBy' | 'madeAt'>>;

@Injectable()
export class CodeRollStore {
  /** Its number: numbers rise, with gaps. */
  async insert(tx: Tx, roll: NewRoll): Promise<number> {
    const [row] = await tx.query<{ number: number }>(`select nextval('code_roll_numbers')::int as number`);
    const number = row?.number ?? 0;
    await tx.rows(CodeRollRow).insert({ ...roll, number, state: 'printed' });
    return number;
  }

  /** Locked until the transaction ends: two people do not hand out, or void, one roll at once. */
  lock(tx: Tx, id: string): Promise<CodeRoll | null> {
    return tx
      .rows(CodeRollRow)
      .findOne({ where: { id }, lock: { mode: 'pessimistic_write' } }) as Promise<CodeRoll | null>;
  }

  async issue(tx: Tx, id: string, issuedTo: string, issuedAt: Instant): Promise<void> {
    await tx.rows(CodeRollRow).update({ id }, { state: 'issued', issuedTo, issuedAt });
  }

  async void(tx: Tx, id: string, voidedBy: string, voidReason: string, voidedAt: Instant): Promise<void> {
    await tx.rows(CodeRollRow).update({ id }, { state: 'voided', voidedBy, voidReason, voidedAt });
  }
}
