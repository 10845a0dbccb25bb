import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Tx } from '../../platform/database/unit-of-work';
import { ChipSettingsRow } from '../../schema/wire/chip-settings.row';

export type SetSettings = Readonly<ChipSettingsRow>;

@Injectable()
export class ChipSettingsStore {
  find(tx: Tx, chipNo: string): Promise<SetSettings | null> {
    return tx.rows(ChipSettingsRow).findOne({ where: { chipNo } });
  }

  lock(tx: Tx, chipNos: readonly string[]): Promise<SetSettings[]> {
    const question = { where: { chipNo: In([...chipNos]) }, order: { chipNo: 'ASC' as const } };
    return tx.rows(ChipSettingsRow).find({ ...question, lock: { mode: 'pessimistic_write' } });
  }

  insert(tx: Tx, settings: SetSettings): Promise<boolean> {
    return tx.rows(ChipSettingsRow).insertNew(settings);
  }

  async replace(tx: Tx, settings: SetSettings): Promise<void> {
    const { chipNo, ...values } = settings;
    await tx.rows(ChipSettingsRow).update({ chipNo }, values);
  }

  async sentAs(tx: Tx, chipNo: string, commandId: string): Promise<void> {
    await tx.rows(ChipSettingsRow).update({ chipNo }, { commandId });
  }

  /** Only the answer to the latest counts. Raw SQL: it stands between the hot statements of an ingest. */
  async refused(tx: Tx, chipNo: string, commandId: string, error: string): Promise<void> {
    const answer = [chipNo, commandId, error];
    await tx.query('update chip_settings set error = $3 where chip_no = $1 and command_id = $2', answer);
  }
}
