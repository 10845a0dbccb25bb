import { Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { shanghaiDate } from '../../../kernel/time';
import type { Request } from '../../../platform/auth/request';
import { workbook } from '../../../platform/documents/workbook';
import { exportColumns, exportSheetName } from './export-columns';
import { FindPermits, toIdQuery } from './query/find-permits';
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
  constructor(private readonly permits: FindPermits) {}

  async execute(request: Request, query: PermitFilterQuery): Promise<ExportedFile> {
    const { language, at } = request;
    const rows = await this.rows(request, query);
    return {
      name: `permits-${shanghaiDate(at)}.xlsx`,
      stream: await workbook(exportSheetName(language), exportColumns(language), rows),
    };
  }

  private async rows(request: Request, query: PermitFilterQuery): Promise<PermitItemView[]> {
    const reach = await this.permits.reach(request, query.mine);
    const rows: PermitItemView[] = [];
    let cursor: string | undefined;
    do {
      const page = await this.permits.page(request, reach, { ...toIdQuery(query), cursor, limit: PAGE });
      rows.push(...page.items);
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined && rows.length < MOST_ROWS);
    return rows;
  }
}
