import { Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { shanghaiDate, type Instant } from '../../../kernel/time';
import type { Caller } from '../../../platform/auth/caller';
import { workbook } from '../../../platform/documents/workbook';
import type { Language } from '../../../platform/i18n/texts';
import { Clock } from '../../../platform/time/clock';
import { exportColumns, exportSheetName } from './export-columns';
import { FindPermits, toIdQuery } from './find-permits';
import type { PermitItemView } from './permit-list.dto';
import type { PermitFilterQuery } from './permit-query.dto';

/** What a person reads in a spreadsheet; for more there is the change feed. */
const MOST_ROWS = 10_000;
const PAGE = 1_000;

export interface ExportedFile {
  readonly name: string;
  readonly stream: Readable;
}

/** The list with its filters as a workbook. */
@Injectable()
export class ExportPermits {
  constructor(
    private readonly permits: FindPermits,
    private readonly clock: Clock,
  ) {}

  async execute(caller: Caller, query: PermitFilterQuery, language: Language): Promise<ExportedFile> {
    const at = this.clock.now();
    const rows = await this.rows(caller, query, language, at);
    return {
      name: `permits-${shanghaiDate(at)}.xlsx`,
      stream: await workbook(exportSheetName(language), exportColumns(language), rows),
    };
  }

  private async rows(
    caller: Caller,
    query: PermitFilterQuery,
    language: Language,
    at: Instant,
  ): Promise<PermitItemView[]> {
    const reach = await this.permits.reach(caller, query.mine, at);
    const rows: PermitItemView[] = [];
    let cursor: string | undefined;
    do {
      const page = await this.permits.page(reach, { ...toIdQuery(query), cursor, limit: PAGE }, language, at);
      rows.push(...page.items);
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined && rows.length < MOST_ROWS);
    return rows;
  }
}
