import { Injectable } from '@nestjs/common';
import type { Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';
import type { PermitRow } from '../../../schema/permits/permit.row';

/** Whether a permit's place was said to have no signal. */
@Injectable()
export class SignalStore {
  async statedAt(tx: Tx, permitId: string): Promise<Instant | null> {
    const [row] = await tx.query<Pick<PermitRow, 'withoutSignalAt'>>(
      'select without_signal_at as "withoutSignalAt" from permits where id = $1',
      [permitId],
    );
    return row?.withoutSignalAt ?? null;
  }

  async state(tx: Tx, permitId: string, withoutSignal: boolean, by: string, at: Instant): Promise<void> {
    await tx.query('update permits set without_signal_at = $2, without_signal_by = $3 where id = $1', [
      permitId,
      withoutSignal ? new Date(at) : null,
      withoutSignal ? by : null,
    ]);
  }
}
