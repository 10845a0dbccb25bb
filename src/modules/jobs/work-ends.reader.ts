import { Injectable } from '@nestjs/common';
import { operationsByProcess } from '../../domain/certificates/covers-process';
import { worksUntil } from '../../domain/jobs/ending';
import type { Instant } from '../../kernel/time';
import type { Tx } from '../../platform/database/unit-of-work';
import { RulesReader } from '../rules/rules.reader';
import { endingFacts } from './ending-facts';
import { ENDING_COLUMNS, ENDING_JOINS, type EndingRow } from './endings.view';

/** Until when open jobs may work by all that is known now: what a list says must be what the job itself says. */
@Injectable()
export class WorkEndsReader {
  constructor(private readonly rules: RulesReader) {}

  /** Under the system's scope: permit and certificate may belong to somebody else than the job. */
  async ofOpen(tx: Tx, ids: readonly string[], at: Instant): Promise<ReadonlyMap<string, Instant>> {
    const book = this.rules.book();
    const rows = await tx.prepared<EndingRow>(
      `select ${ENDING_COLUMNS} from jobs j ${ENDING_JOINS} where j.id = any($1) and j.state in ('reserved', 'running')`,
      [ids, JSON.stringify(operationsByProcess(book, at))],
    );
    return new Map(rows.map((row) => [row.id, worksUntil(endingFacts(row, book, at))]));
  }
}
