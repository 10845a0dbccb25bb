import { Injectable } from '@nestjs/common';
import type { ReportPeriod } from '../../domain/reports/report-period';
import { partLength, type RegionCode } from '../../kernel/region-code';
import type { Instant } from '../../kernel/time';
import type { Tx } from '../../platform/database/unit-of-work';
import { RegionsReader } from '../regions/regions.reader';
import { comparedPeriods, composeReport, type ReportContent } from './compose-report';
import { figuresOf } from './figures.view';
import { overdueOf } from './overdue.view';
import { overdueChecksOf } from './overdue-checks.view';
import { refusalsOf } from './refusals.view';

/** Counts a report. The caller opens the transaction under the system's scope and has looked whether the region is theirs. */
@Injectable()
export class ReportMaker {
  constructor(private readonly regions: RegionsReader) {}

  async make(tx: Tx, period: ReportPeriod, region: RegionCode, at: Instant): Promise<ReportContent> {
    const cuts = comparedPeriods(period, at).map(({ cut }) => cut);
    const rows = await figuresOf(tx, region, partLength(region), cuts);
    const refusals = await refusalsOf(tx, region, cuts);
    const overdue = await overdueOf(tx, region, cuts[0]!.to);
    const overdueChecks = await overdueChecksOf(tx, region, cuts[0]!.to);
    const children = await this.regions.children(tx, region === '' ? null : region);
    const name = (await this.regions.find(tx, region))?.name ?? '';
    return composeReport(
      period,
      { code: region, name },
      children,
      { figures: rows, refusals, overdue, overdueChecks },
      at,
    );
  }
}
