import { Injectable } from '@nestjs/common';
import type { Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';
import { NoticeSettingsRow } from '../../../schema/notices/notice-settings.row';

@Injectable()
export class NoticeSettingsStore {
  find(tx: Tx, userId: string): Promise<NoticeSettingsRow | null> {
    return tx.rows(NoticeSettingsRow).findOne({ where: { userId } });
  }

  async confirmMail(tx: Tx, userId: string, at: Instant): Promise<void> {
    await tx.rows(NoticeSettingsRow).update({ userId }, { mailConfirmedAt: at });
  }

  async save(tx: Tx, row: NoticeSettingsRow): Promise<void> {
    if (await tx.rows(NoticeSettingsRow).insertNew(row)) return;
    const { userId, ...changes } = row;
    await tx.rows(NoticeSettingsRow).update({ userId }, changes);
  }
}
