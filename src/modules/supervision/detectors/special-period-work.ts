import { Injectable } from '@nestjs/common';
import { endOfArc } from '../../../domain/arcs/arc';
import type { Finding } from '../../../domain/violations/finding';
import { specialPeriodOf } from '../../../domain/violations/special-period-work';
import type { Tx } from '../../../platform/database/unit-of-work';
import { CalendarReader } from '../../rules/calendar.reader';
import type { Judgement } from '../arc-judge';
import { anySpecialPeriod, permitsOfJobs, type PermitOfJob } from './views/special-period-work.view';

/** 重点时段作业: arcs that burned under a permit while a special period was declared for its place. Once for each permit and period. */
@Injectable()
export class SpecialPeriodWork {
  constructor(private readonly calendar: CalendarReader) {}

  /** Of verdicts that are new: an arc that is covered is judged so once, whenever it was reported. */
  async ofJudgements(tx: Tx, judgements: readonly Judgement[]): Promise<Finding[]> {
    const covered = judgements.filter(({ verdict }) => verdict.verdict === 'on-platform');
    if (covered.length === 0 || !(await this.anyPeriod(tx, covered))) return [];
    const permits = await this.permitsOf(tx, covered);
    const findings: Finding[] = [];
    for (const judgement of covered) {
      const permit = permits.get(judgement.verdict.jobId ?? '');
      if (permit) findings.push(...(await this.judge(tx, judgement, permit)));
    }
    return findings;
  }

  /** Most days none is declared anywhere, and ingest waits for the answer. */
  private anyPeriod(tx: Tx, judgements: readonly Judgement[]): Promise<boolean> {
    const from = Math.min(...judgements.map(({ arc }) => arc.startedAt));
    return anySpecialPeriod(tx, { from, to: Math.max(...judgements.map(({ arc }) => endOfArc(arc))) });
  }

  private async permitsOf(tx: Tx, judgements: readonly Judgement[]): Promise<Map<string, PermitOfJob>> {
    const jobIds = judgements.flatMap(({ verdict }) => verdict.jobId ?? []);
    return new Map((await permitsOfJobs(tx, jobIds)).map((permit) => [permit.jobId, permit]));
  }

  private async judge(tx: Tx, { arc, verdict }: Judgement, permit: PermitOfJob): Promise<Finding[]> {
    const [from, to] = [arc.startedAt, endOfArc(arc)];
    // asked one millisecond further, because a period that begins at the arc's last moment is touched by it
    const periods = await this.calendar.specialPeriods(tx, permit.regionCode, from, to + 1);
    const period = specialPeriodOf({ regionCode: permit.regionCode, from, to }, periods);
    if (!period) return [];
    return [
      {
        kind: 'special-period',
        source: 'detector',
        certainty: 'confirmed',
        permitId: permit.permitId,
        jobId: verdict.jobId,
        machineId: arc.machineId,
        chipNo: arc.chipNo,
        welderId: verdict.welderId,
        foundAt: Math.max(period.from, permit.plannedStart),
        evidence: { period: period.name, startedAt: new Date(from).toISOString() },
      },
    ];
  }
}
