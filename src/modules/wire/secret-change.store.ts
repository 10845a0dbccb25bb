import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import type { SecretState } from '../../domain/wire/secret-agreement';
import type { Instant } from '../../kernel/time';
import type { Tx } from '../../platform/database/unit-of-work';
import { ChipSecretChangeRow } from '../../schema/wire/chip-secret-change.row';

export interface SecretChange extends Readonly<ChipSecretChangeRow> {
  readonly state: SecretState;
}

const LOCKED = { mode: 'pessimistic_write' as const };

@Injectable()
export class SecretChangeStore {
  /** False where one is open already: the unique index decides between two who ask at once. */
  insert(tx: Tx, change: SecretChange): Promise<boolean> {
    return tx.rows(ChipSecretChangeRow).insertNew(change);
  }

  async lockOpen(tx: Tx, chipNo: string): Promise<SecretChange | null> {
    const where = { chipNo, endedAt: IsNull() };
    return tx.rows(ChipSecretChangeRow).findOne({ where, lock: LOCKED }) as Promise<SecretChange | null>;
  }

  lockAllOpen(tx: Tx, chipNos: readonly string[]): Promise<SecretChange[]> {
    const where = { chipNo: In([...chipNos]), endedAt: IsNull() };
    const question = { where, order: { chipNo: 'ASC' as const }, lock: LOCKED };
    return tx.rows(ChipSecretChangeRow).find(question) as Promise<SecretChange[]>;
  }

  async last(tx: Tx, chipNo: string): Promise<SecretChange | null> {
    const question = { where: { chipNo }, order: { askedAt: 'DESC' as const } };
    return tx.rows(ChipSecretChangeRow).findOne(question) as Promise<SecretChange | null>;
  }

  async askAgain(tx: Tx, { id, tries }: SecretChange, commandId: string): Promise<void> {
    const again = { state: 'waiting', commandId, tries: tries + 1, secretSealed: null, agreedAt: null };
    await tx.rows(ChipSecretChangeRow).update({ id }, again);
  }

  async agree(tx: Tx, { id }: SecretChange, secretSealed: string, at: Instant): Promise<void> {
    await tx.rows(ChipSecretChangeRow).update({ id }, { state: 'agreed', secretSealed, agreedAt: at });
  }

  /** Nothing secret is left of a change that is over. */
  async end(tx: Tx, { id }: SecretChange, how: { readonly error: string | null }, at: Instant): Promise<void> {
    const state = how.error === null ? 'done' : 'refused';
    const gone = { halfSealed: null, secretSealed: null };
    await tx.rows(ChipSecretChangeRow).update({ id }, { ...gone, state, error: how.error, endedAt: at });
  }
}
