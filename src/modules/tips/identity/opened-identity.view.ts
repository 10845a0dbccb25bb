import { Injectable } from '@nestjs/common';
import type { Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';

interface Look {
  readonly tipId: string;
  readonly lookId: string;
  readonly reason: string;
  readonly at: Instant;
}

/** The two functions of the database that know reporters. The tables are closed to the application. */
@Injectable()
export class OpenedIdentities {
  /** Under the caller's own scope: the function asks the session who looks. Null where they are no tip officer of that place. */
  async open(tx: Tx, { tipId, lookId, reason, at }: Look): Promise<string | null> {
    const [row] = await tx.query<{ sealed: string | null }>('select tip_identity_opened($1, $2, $3, $4) as sealed', [
      ...[tipId, lookId, reason, new Date(at)],
    ]);
    return row?.sealed ?? null;
  }

  /** What the reporter of a tip was given since then, in yuan; nothing where they did not say who they are. */
  async yuanSince(tx: Tx, tipId: string, since: Instant): Promise<number> {
    const [row] = await tx.query<{ yuan: string }>('select tip_reporter_yuan($1, $2) as yuan', [
      ...[tipId, new Date(since)],
    ]);
    return Number(row?.yuan ?? 0);
  }
}
