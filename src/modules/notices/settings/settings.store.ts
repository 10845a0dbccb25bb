import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work';
import { NoticeSettingsRow } from '../../../schema/notices/notice-settings.row';

@Injectable()
export class NoticeSettingsStore {
  find(tx: Tx, userId: string): Promise<NoticeSettingsRow | null> {
    return tx.rows(NoticeSettingsRow).findOne({ where: { userId } });
  }

  async save(tx: Tx, row: NoticeSettingsRow): Promise<void> {
    if (await tx.rows(NoticeSettingsRow).insertNew(row)) return;
    const { userId, ...changes } = row;
    await tx.rows(NoticeSettingsRow).update({ userId }, changes);
  }
}
