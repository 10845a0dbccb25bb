import { Injectable } from '@nestjs/common';
import { DAY, type Instant } from '../../kernel/time';
import { KeyHolderRow } from '../../schema/platform/key-holder.row';
import { SearchKeyRow } from '../../schema/platform/search-key.row';
import { LessThan } from 'typeorm';
import type { Tx } from '../database/unit-of-work';
import type { HeldKeys } from './key-ids';

/** Which keys the running processes hold, and with how many the search hashes are made. */
@Injectable()
export class KeyHolderStore {
  async searchVersion(tx: Tx): Promise<number> {
    const [row] = await tx.rows(SearchKeyRow).find({});
    if (!row) throw new Error('search_key has no row');
    return row.version;
  }

  /** By the clock of the database, which all processes share. */
  async tell(tx: Tx, process: string, role: string, holds: HeldKeys): Promise<void> {
    await tx.query(
      `insert into key_holders as k (process, role, holds, began_at, seen_at) values ($1, $2, $3, now(), now())
       on conflict (process) do update set holds = excluded.holds, seen_at = excluded.seen_at`,
      [process, role, JSON.stringify(holds)],
    );
  }

  async leave(tx: Tx, process: string, at: Instant): Promise<void> {
    await tx.rows(KeyHolderRow).delete({ process });
    await tx.rows(KeyHolderRow).delete({ seenAt: LessThan(at - DAY) });
  }
}
