import { Injectable } from '@nestjs/common';
import { endOfArc } from '../../../domain/arcs/arc';
import type { Finding } from '../../../domain/violations/finding';
import { specialPeriodOf } from '../../../domain/violations/special-period-work';
import type { Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';
import { CalendarReader } from '../../rules/calendar.reader';
import type { Judgement } from '../arc-judge';

interface PermitRow {
  readonly job_id: string;
  readonly permit_id: string;
  readonly region_code: string;
  readonly planned_start: Instant;
}

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
  private async anyPeriod(tx: Tx, judgements: readonly Judgement[]): Promise<boolean> {
    const rows = await tx.prepared('select 1 from special_periods where valid_from <= $2 and valid_to > $1 limit 1', [
      new Date(Math.min(...judgements.map(({ arc }) => arc.startedAt))),
      new Date(Math.max(...judgements.map(({ arc }) => endOfArc(arc)))),
    ]);
    return rows.length > 0;
  }

  private async permitsOf(tx: Tx, judgements: readonly Judgement[]): Promise<Map<string, PermitRow>> {
    const rows = await tx.prepared<PermitRow>(
      `select j.id as job_id, p.id as permit_id, p.region_code, p.planned_start from jobs j join permits p on p.id = j.permit_id
       where j.id = any($1)`,
      [judgements.flatMap(({ verdict }) => verdict.jobId ?? [])],
    );
    return new Map(rows.map((row) => [row.job_id, row]));
  }

  private async judge(tx: Tx, { arc, verdict }: Judgement, permit: PermitRow): Promise<Finding[]> {
    const [from, to] = [arc.startedAt, endOfArc(arc)];
    // asked one millisecond further, because a period that begins at the arc's last moment is touched by it
    const periods = await this.calendar.specialPeriods(tx, permit.region_code, from, to + 1);
    const period = specialPeriodOf({ regionCode: permit.region_code, from, to }, periods);
    if (!period) return [];
    return [
      {
        kind: 'special-period',
        source: 'detector',
        certainty: 'confirmed',
        permitId: permit.permit_id,
        jobId: verdict.jobId,
        machineId: arc.machineId,
        chipNo: arc.chipNo,
        welderId: verdict.welderId,
        foundAt: Math.max(period.from, permit.planned_start),
        evidence: { period: period.name, startedAt: new Date(from).toISOString() },
      },
    ];
  }
}
