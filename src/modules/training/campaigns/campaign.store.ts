import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';
import { TrainingCampaignRow } from '../../../schema/training/training-campaign.row';
import { isTargeted, targetsOf } from '../targets.view';
import { regionsAround, type TrainingReach } from '../training-reach';

@Injectable()
export class CampaignStore {
  insert(tx: Tx, campaign: TrainingCampaignRow): Promise<void> {
    return tx.rows(TrainingCampaignRow).insert(campaign);
  }

  find(tx: Tx, id: string): Promise<TrainingCampaignRow | null> {
    return tx.rows(TrainingCampaignRow).findOne({ where: { id } });
  }

  lock(tx: Tx, id: string): Promise<TrainingCampaignRow | null> {
    return tx.rows(TrainingCampaignRow).findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** Keeps whom it was for, then closes it: from now on nobody joins and nobody leaves. */
  async close(tx: Tx, id: string, userId: string, at: Instant): Promise<void> {
    await tx.query(
      `insert into training_closed_targets (campaign_id, welder_id, region_code, enterprise_id)
       select c.id, t.welder_id, t.region_code, t.enterprise_id from training_campaigns c cross join lateral ${targetsOf('c')} t
       where c.id = $1`,
      [id],
    );
    await tx.rows(TrainingCampaignRow).update({ id }, { closedAt: at, closedBy: userId });
  }

  async isFor(tx: Tx, id: string, welderId: string): Promise<boolean> {
    const sql = `select 1 from training_campaigns c where c.id = $1 and ${isTargeted('c', '$2::text')}`;
    return (await tx.query(sql, [id, welderId])).length > 0;
  }

  /** Newest first. Of a region: its own, those below, and those around it; of an enterprise and a welder: what is meant for them. */
  async list(
    tx: Tx,
    { regionCode, enterpriseId, welderId }: TrainingReach,
    { limit, cursor }: { limit: number; cursor?: string },
  ): Promise<TrainingCampaignRow[]> {
    const near = regionsAround(regionCode ?? '');
    const found = await tx.query<{ id: string }>(
      `select c.id from training_campaigns c where ($1::text is null or c.id < $1)
         and ($2::text is null or c.region_code = any($3) or (c.region_code >= $4 and c.region_code < $5))
         and ($6::text is null or exists (select 1 from ${targetsOf('c', 'w.enterprise_id = $6')} t))
         and ($7::text is null or ${isTargeted('c', '$7::text')})
       order by c.id desc limit $8`,
      [cursor ?? null, regionCode, near.around, near.from, near.to, enterpriseId, welderId, limit + 1],
    );
    const rows = await tx.rows(TrainingCampaignRow).find({ where: { id: In(found.map(({ id }) => id)) } });
    return rows.sort((one, other) => (one.id < other.id ? 1 : -1));
  }
}
