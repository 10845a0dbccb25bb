import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work';
import type { WelderRow } from '../../../schema/registry/welder.row';
import type { TrainingPassRow } from '../../../schema/training/training-pass.row';

/** A pass with what stands on its certificate. */
export interface ShownPass
  extends
    Readonly<Pick<TrainingPassRow, 'id' | 'code' | 'welderId' | 'passedAt' | 'validTo'>>,
    Readonly<Pick<WelderRow, 'name' | 'enterpriseId' | 'regionCode'>> {
  readonly campaignName: string;
  readonly campaignRegion: string;
  readonly right: number;
  readonly questions: number;
  /** Of sessions that count. */
  readonly minutes: number;
}

const PASS = `
  select p.id, p.code, p.welder_id as "welderId", w.name, w.enterprise_id as "enterpriseId", w.region_code as "regionCode",
    c.name as "campaignName", r.name as "campaignRegion", p.passed_at as "passedAt", p.valid_to::text as "validTo",
    q.right_count as "right", cardinality(q.question_ids) as questions,
    (select coalesce(sum(a.minutes), 0)::int from training_attendances a join training_sessions s on s.id = a.session_id
      where s.campaign_id = p.campaign_id and a.welder_id = p.welder_id and a.counts) as minutes
  from training_passes p join welders w on w.id = p.welder_id join training_campaigns c on c.id = p.campaign_id
    join regions r on r.code = c.region_code join training_attempts q on q.id = p.attempt_id
  where p.id = $1`;

/** What later features may ask of training. Under the system's scope: a code on a certificate is public. */
@Injectable()
export class PassesReader {
  async find(tx: Tx, id: string): Promise<ShownPass | null> {
    return (await tx.query<ShownPass>(PASS, [id]))[0] ?? null;
  }
}
