import { Injectable } from '@nestjs/common';
import type { InternalReportState, ReportOutcome } from '../../../domain/self-checks/internal-report';
import type { RewardState } from '../../../domain/tips/reward';
import type { Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';
import { InternalReportRow } from '../../../schema/self-checks/internal-report.row';
import { InternalReporterRow } from '../../../schema/self-checks/internal-reporter.row';
import { InternalRewardRow } from '../../../schema/self-checks/internal-reward.row';

export interface InternalReport extends Readonly<InternalReportRow> {
  readonly state: InternalReportState;
  readonly outcome: ReportOutcome | null;
}
export interface InternalReward extends Readonly<InternalRewardRow> {
  readonly state: RewardState;
}

@Injectable()
export class InternalReportStore {
  async insert(tx: Tx, report: InternalReport, userId: string): Promise<void> {
    await tx.rows(InternalReportRow).insert({ ...report, photoIds: [...report.photoIds] });
    await tx.rows(InternalReporterRow).insert({ reportId: report.id, userId });
  }

  async find(tx: Tx, id: string): Promise<InternalReport | null> {
    return (await tx.rows(InternalReportRow).findOne({ where: { id } })) as InternalReport | null;
  }

  async lock(tx: Tx, id: string): Promise<InternalReport> {
    const lock = { mode: 'pessimistic_write' } as const;
    return (await tx.rows(InternalReportRow).findOne({ where: { id }, lock })) as InternalReport;
  }

  async change(tx: Tx, id: string, changes: Partial<InternalReportRow>): Promise<void> {
    await tx.rows(InternalReportRow).update({ id }, changes);
  }

  isReporter(tx: Tx, reportId: string, userId: string): Promise<boolean> {
    return tx.rows(InternalReporterRow).existsBy({ reportId, userId });
  }

  async rewardOf(tx: Tx, reportId: string): Promise<InternalReward | null> {
    return (await tx.rows(InternalRewardRow).findOne({ where: { reportId } })) as InternalReward | null;
  }

  /** One that was refused gives way to the next. */
  async putReward(tx: Tx, reward: InternalReward): Promise<void> {
    const { reportId } = reward;
    if (!(await tx.rows(InternalRewardRow).insertNew(reward)))
      await tx.rows(InternalRewardRow).update({ reportId, state: 'refused' }, reward);
  }

  async changeReward(tx: Tx, id: string, changes: Partial<InternalRewardRow>): Promise<void> {
    await tx.rows(InternalRewardRow).update({ id }, changes);
  }

  /** What nobody answered in time; at most so many at once. */
  raiseUnanswered(tx: Tx, at: Instant, most: number): Promise<Pick<InternalReport, 'id' | 'regionCode'>[]> {
    return tx.query<Pick<InternalReport, 'id' | 'regionCode'>>(
      `update internal_reports set risen_at = $1 where id in (
         select id from internal_reports where state = 'open' and risen_at is null and due_at <= $1
         order by due_at limit $2 for update skip locked)
       returning id, region_code as "regionCode"`,
      [new Date(at), most],
    );
  }
}
