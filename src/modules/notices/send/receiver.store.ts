import { Injectable } from '@nestjs/common';
import { pauseAfter } from '../../../domain/notices/back-off';
import type { Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';
import { MessageReceiverRow } from '../../../schema/notices/message-receiver.row';

/** Receivers that do not answer. Many messages fail with one of them at once; that counts as one failure. */
@Injectable()
export class ReceiverStore {
  async pause(tx: Tx, name: string, fault: string, at: Instant): Promise<void> {
    const first = { name, failures: 1, pausedUntil: at + pauseAfter(1), fault };
    if (await tx.rows(MessageReceiverRow).insertNew(first)) return;
    const row = await tx.rows(MessageReceiverRow).findOne({ where: { name }, lock: { mode: 'pessimistic_write' } });
    if (!row || row.pausedUntil > at) return;
    const failures = row.failures + 1;
    await tx.rows(MessageReceiverRow).update({ name }, { failures, pausedUntil: at + pauseAfter(failures), fault });
  }

  async answers(tx: Tx, name: string): Promise<void> {
    await tx.rows(MessageReceiverRow).delete({ name });
  }
}
