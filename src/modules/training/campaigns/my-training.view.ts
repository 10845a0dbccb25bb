import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { DAY, shanghaiMidnight, type Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';
import { TrainingCampaignRow } from '../../../schema/training/training-campaign.row';
import { isTargeted } from '../targets.view';
import type { MyCampaign } from './campaign.dto';
import { toCampaignView } from './campaign.mapper';

interface MineRow {
  readonly id: string;
  readonly attended: boolean;
  readonly quizPassed: boolean;
  readonly passId: string | null;
  readonly code: string | null;
  readonly validTo: string | null;
  readonly openSessionId: string | null;
}

/** Open campaigns that mean the welder, and those that the welder passed or owes. */
const MINE = `
  select c.id, p.id as "passId", p.code, p.valid_to::text as "validTo",
    exists (select 1 from training_attendances a join training_sessions s on s.id = a.session_id
      where s.campaign_id = c.id and a.welder_id = $1 and a.counts) as attended,
    exists (select 1 from training_attempts q where q.campaign_id = c.id and q.welder_id = $1 and q.passed) as "quizPassed",
    (select a.session_id from training_attendances a join training_sessions s on s.id = a.session_id
      where s.campaign_id = c.id and a.welder_id = $1 and a.signed_out_at is null and s.ends_at > $2::timestamptz - interval '1 hour'
      order by a.signed_in_at desc limit 1) as "openSessionId"
  from training_campaigns c left join training_passes p on p.campaign_id = c.id and p.welder_id = $1
  where p.id is not null or ${isTargeted('c', '$1::text')}
  order by p.id is not null, c.due_on, c.id desc limit 50`;

/** What one welder has to do. */
@Injectable()
export class MyTrainingView {
  async of(tx: Tx, welderId: string, at: Instant): Promise<MyCampaign[]> {
    const rows = await tx.query<MineRow>(MINE, [welderId, new Date(at)]);
    const campaigns = await tx.rows(TrainingCampaignRow).find({ where: { id: In(rows.map(({ id }) => id)) } });
    const known = new Map(campaigns.map((one) => [one.id, one]));
    return rows.flatMap(({ id, ...mine }) => {
      const campaign = known.get(id);
      if (!campaign) return [];
      const over = shanghaiMidnight(campaign.dueOn) + DAY <= at;
      const state = mine.passId !== null ? ('passed' as const) : over ? ('overdue' as const) : ('due' as const);
      return [{ campaign: toCampaignView(campaign), ...mine, state }];
    });
  }
}
