import { Injectable } from '@nestjs/common';
import type { Instant } from '../../kernel/time';
import type { Tx } from '../database/unit-of-work';
import { FileUses } from './file-uses.view';

/** Photos whose time is over: the picture goes. Its hash stays, so that a record still tells which picture it was. */
@Injectable()
export class PhotoErasure {
  constructor(private readonly uses: FileUses) {}

  async erase(tx: Tx, ids: readonly string[], at: Instant): Promise<number> {
    const gone = await tx.query(
      `update files set bytes = ''::bytea, taken_lat = null, taken_lng = null, erased_at = $2
       where id = any($1) and erased_at is null returning 1`,
      [ids, new Date(at)],
    );
    return gone.length;
  }

  /** For a condition on `files f`: none but these columns (`table.column`) name it. A new table keeps its photos until it is listed. */
  namedOnlyBy(columns: readonly string[]): Promise<string> {
    return this.uses.unused(({ table, column }) => !columns.includes(`${table}.${column}`));
  }
}
