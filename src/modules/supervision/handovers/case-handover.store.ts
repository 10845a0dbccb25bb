import { Injectable } from '@nestjs/common';
import type { CaseHandover, HandoverState } from '../../../domain/violations/case-handover';
import type { Trade } from '../../../domain/people/trades';
import type { Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';
import { ViolationHandoverRow } from '../../../schema/supervision/violation-handover.row';

export interface StoredHandover extends Readonly<ViolationHandoverRow>, CaseHandover {
  readonly fromTrade: Trade | null;
  readonly toTrade: Trade;
  readonly state: HandoverState;
}

interface Settled {
  readonly state: Exclude<HandoverState, 'waiting'>;
  readonly settledBy: string;
  readonly settledAt: Instant;
  readonly settledFor: string | null;
}

@Injectable()
export class CaseHandoverStore {
  /** The oldest first. */
  async of(tx: Tx, violationId: string): Promise<StoredHandover[]> {
    const question = { where: { violationId }, order: { id: 'ASC' } } as const;
    return (await tx.rows(ViolationHandoverRow).find(question)) as StoredHandover[];
  }

  async insert(tx: Tx, handover: StoredHandover): Promise<void> {
    await tx.rows(ViolationHandoverRow).insert(handover);
  }

  async settle(tx: Tx, violationId: string, settled: Settled): Promise<void> {
    await tx.rows(ViolationHandoverRow).update({ violationId, state: 'waiting' }, settled);
  }
}
