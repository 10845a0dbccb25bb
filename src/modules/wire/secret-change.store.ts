import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import type { SecretState } from '../../domain/wire/secret-agreement';
import type { Instant } from '../../kernel/time';
import { columnsOf } from '../../platform/database/columns';
import type { Tx } from '../../platform/database/unit-of-work';
import { ChipSecretChangeRow } from '../../schema/wire/chip-secret-change.row';

export interface SecretChange extends Readonly<ChipSecretChangeRow> {
  readonly state: SecretState;
}

const OPEN = ['id', 'chipNo', 'no', 'state', 'commandId', 'tries', 'halfSealed', 'secretSealed'] as const;
export type OpenChange = Pick<SecretChange, (typeof OPEN)[number]>;

const LOCKED = { mode: 'pessimistic_write' as const };

@Injectable()
export class SecretChangeStore {
  /** False where one is open already: the unique index decides between two who ask at once. */
  insert(tx: Tx, change: SecretChange): Promise<boolean> {
    return tx.rows(ChipSecretChangeRow).insertNew(change);
  }

  /** Raw SQL, as are its next two: they stand between the hot statements of an ingest. */
  async lockOpen(tx: Tx, chipNo: string): Promise<OpenChange | null> {
    const [change] = await tx.query<OpenChange>(
      `select ${columnsOf(ChipSecretChangeRow, 'c', OPEN)} from chip_secret_changes c
       where c.chip_no = $1 and c.ended_at is null for update`,
      [chipNo],
    );
    return change ?? null;
  }

  async agree(tx: Tx, { id }: OpenChange, secretSealed: string, at: Instant): Promise<void> {
    await tx.query(
      `update chip_secret_changes set state = 'agreed', secret_sealed = $2, agreed_at = $3 where id = $1`,
      [id, secretSealed, new Date(at)],
    );
  }

  /** Nothing secret is left of a change that is over. */
  async end(tx: Tx, { id }: OpenChange, { error }: { readonly error: string | null }, at: Instant): Promise<void> {
    await tx.query(
      `update chip_secret_changes set half_sealed = null, secret_sealed = null, state = $2, error = $3, ended_at = $4
       where id = $1`,
      [id, error === null ? 'done' : 'refused', error, new Date(at)],
    );
  }

  lockAllOpen(tx: Tx, chipNos: readonly string[]): Promise<OpenChange[]> {
    const where = { chipNo: In([...chipNos]), endedAt: IsNull() };
    const question = { where, order: { chipNo: 'ASC' as const }, lock: LOCKED };
    return tx.rows(ChipSecretChangeRow).find(question) as Promise<OpenChange[]>;
  }

  async last(tx: Tx, chipNo: string): Promise<SecretChange | null> {
    const question = { where: { chipNo }, order: { askedAt: 'DESC' as const } };
    return tx.rows(ChipSecretChangeRow).findOne(question) as Promise<SecretChange | null>;
  }

  async askAgain(tx: Tx, { id, tries }: OpenChange, commandId: string): Promise<void> {
    const again = { state: 'waiting', commandId, tries: tries + 1, secretSealed: null, agreedAt: null };
    await tx.rows(ChipSecretChangeRow).update({ id }, again);
  }
}
