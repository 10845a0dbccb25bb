import { Injectable } from '@nestjs/common';
import { isoTime, isoTimeOrNull } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';
import type { InternalReportRow } from '../../../schema/self-checks/internal-report.row';
import type { InternalRewardRow } from '../../../schema/self-checks/internal-reward.row';
import type { InternalReportQuery, InternalReportView, InternalRewardView } from './internal-report.dto';

type Times = 'reportedAt' | 'dueAt' | 'risenAt' | 'answeredAt';
type Reward = 'yuan' | 'what' | 'proposedBy' | 'decidedBy' | 'refusedFor' | 'receivedAt';
type Row = Omit<InternalReportView, Times | 'reward'> &
  Readonly<Pick<InternalReportRow, Times>> &
  Readonly<Pick<InternalRewardRow, Reward>> & { readonly rewardState: InternalRewardView['state'] | null };

const SHOWN = `
  select i.id, i.state, e.name as "enterpriseName", coalesce(r.name, i.region_code) as "regionName", i.text, i.place,
    i.photo_ids as "photoIds", i.reporter_name as "reporterName", i.reported_at as "reportedAt", i.due_at as "dueAt",
    i.risen_at as "risenAt", i.outcome, i.answer, a.name as "answeredBy", i.answered_at as "answeredAt",
    i.violation_id as "violationId", v.state as "violationState",
    w.state as "rewardState", w.yuan, w.what, p.name as "proposedBy", d.name as "decidedBy", w.refused_for as "refusedFor",
    w.received_at as "receivedAt"
  from internal_reports i join enterprises e on e.id = i.enterprise_id left join regions r on r.code = i.region_code
    left join users a on a.id = i.answered_by left join violations v on v.id = i.violation_id
    left join internal_rewards w on w.report_id = i.id left join users p on p.id = w.proposed_by left join users d on d.id = w.decided_by`;

/** Internal reports as people see them. The transaction sees all: each question says whose reports it asks for. */
@Injectable()
export class InternalReportViews {
  /** Those with these ids; which a caller may see was asked under the caller's own scope. */
  async byIds(tx: Tx, ids: readonly string[]): Promise<InternalReportView[]> {
    return (await tx.query<Row>(`${SHOWN} where i.id = any($1) order by i.id desc`, [ids])).map(shown);
  }

  /** What the caller's scope shows, without their own; officials see only what rose to them. */
  async visible(tx: Tx, { cursor, limit, state }: InternalReportQuery): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `select i.id from internal_reports i where ($1::text is null or i.id < $1) and ($2::text is null or i.state = $2)
       order by i.id desc limit $3`,
      [cursor ?? null, state ?? null, limit + 1],
    );
    return rows.map(({ id }) => id);
  }

  async own(tx: Tx, userId: string, { cursor, limit }: InternalReportQuery): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `select report_id as id from internal_reporters where user_id = $1 and ($2::text is null or report_id < $2)
       order by report_id desc limit $3`,
      [userId, cursor ?? null, limit + 1],
    );
    return rows.map(({ id }) => id);
  }
}

function shown(row: Row): InternalReportView {
  const { rewardState, yuan, what, proposedBy, decidedBy, refusedFor, receivedAt, ...report } = row;
  const reward = { yuan, what, proposedBy, decidedBy, refusedFor, receivedAt: isoTimeOrNull(receivedAt) };
  return {
    ...report,
    reportedAt: isoTime(report.reportedAt),
    dueAt: isoTime(report.dueAt),
    risenAt: isoTimeOrNull(report.risenAt),
    answeredAt: isoTimeOrNull(report.answeredAt),
    reward: rewardState === null ? null : { state: rewardState, ...reward },
  };
}
