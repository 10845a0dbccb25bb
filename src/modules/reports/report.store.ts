import { Injectable } from '@nestjs/common';
import type { ReportKind } from '../../domain/reports/report-period';
import type { Tx } from '../../platform/database/unit-of-work';
import { ReportRow } from '../../schema/reports/report.row';
import type { ReportContent } from './compose-report';

export interface StoredReport extends Readonly<Omit<ReportRow, 'content' | 'kind'>> {
  readonly kind: ReportKind;
  readonly content: ReportContent;
}

@Injectable()
export class ReportStore {
  async ofPeriod(tx: Tx, kind: ReportKind, regionCode: string, period: string): Promise<StoredReport | null> {
    return toReport(await tx.rows(ReportRow).findOne({ where: { kind, regionCode, period } }));
  }

  async find(tx: Tx, id: string): Promise<StoredReport | null> {
    return toReport(await tx.rows(ReportRow).findOne({ where: { id } }));
  }

  /** False: somebody handed it in before. */
  insertNew(tx: Tx, report: StoredReport): Promise<boolean> {
    return tx.rows(ReportRow).insertNew({ ...report, content: report.content });
  }
}

const toReport = (row: ReportRow | null): StoredReport | null =>
  row && { ...row, kind: row.kind as ReportKind, content: row.content as unknown as ReportContent };
