import { Injectable } from '@nestjs/common';
import { LessThan, Not } from 'typeorm';
import type { RewardState } from '../../../domain/tips/reward';
import type { TipKind } from '../../../domain/tips/tip-kinds';
import type { Grade } from '../../../domain/violations/violation-kinds';
import type { Tx } from '../../../platform/database/unit-of-work';
import { TipRewardRow } from '../../../schema/tips/tip-reward.row';
import type { RewardQuery } from './reward.dto';

export interface StoredReward extends Readonly<TipRewardRow> {
  readonly state: RewardState;
  readonly kind: TipKind;
  readonly grade: Grade;
}

@Injectable()
export class RewardStore {
  /** False where the tip has one that was not refused. */
  insertNew(tx: Tx, reward: StoredReward): Promise<boolean> {
    return tx.rows(TipRewardRow).insertNew(reward);
  }

  async list(tx: Tx, { state, cursor, limit }: RewardQuery): Promise<StoredReward[]> {
    const where = { ...(cursor && { id: LessThan(cursor) }), ...(state && { state }) };
    return (await tx.rows(TipRewardRow).find({ where, order: { id: 'DESC' }, take: limit + 1 })) as StoredReward[];
  }

  async find(tx: Tx, id: string): Promise<StoredReward | null> {
    return (await tx.rows(TipRewardRow).findOne({ where: { id } })) as StoredReward | null;
  }

  async lock(tx: Tx, id: string): Promise<StoredReward | null> {
    const lock = { mode: 'pessimistic_write' } as const;
    return (await tx.rows(TipRewardRow).findOne({ where: { id }, lock })) as StoredReward | null;
  }

  async ofTip(tx: Tx, tipId: string): Promise<StoredReward | null> {
    const where = { tipId, state: Not('refused') };
    return (await tx.rows(TipRewardRow).findOne({ where })) as StoredReward | null;
  }

  async change(tx: Tx, id: string, changes: Partial<TipRewardRow>): Promise<void> {
    await tx.rows(TipRewardRow).update({ id }, changes);
  }
}
