import type { Tx } from '../../../platform/database/unit-of-work';
import { MessageReceiverRow } from '../../../schema/notices/message-receiver.row';

/** Receivers that do not answer now. As the system. */
export const pausedReceivers = (tx: Tx): Promise<MessageReceiverRow[]> =>
  tx.rows(MessageReceiverRow).find({ order: { name: 'ASC' }, take: 200 });
