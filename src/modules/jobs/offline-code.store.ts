import { Injectable } from '@nestjs/common';
import { IsNull, MoreThan, MoreThanOrEqual } from 'typeorm';
import type { Instant } from '../../kernel/time';
import type { Tx } from '../../platform/database/unit-of-work';
import { OfflineCodeRow } from '../../schema/jobs/offline-code.row';

export const CODE_COLUMNS = [
  'id', 'chipNo', 'counter', 'hours', 'codeSealed', 'machineId', 'outlet', 'welderId', 'permitId', 'designatedAreaId', 'decisionId', 'issuedAt',
  'validUntil',
] as const satisfies readonly (keyof OfflineCodeRow)[]; // prettier-ignore

/** For whom and for what a one-time code was given out. */
export type OfflineCode = Readonly<Pick<OfflineCodeRow, (typeof CODE_COLUMNS)[number]>>;

/** What a code is asked for. */
export type CodeWanted = Pick<
  OfflineCode,
  'chipNo' | 'machineId' | 'outlet' | 'welderId' | 'permitId' | 'designatedAreaId'
>;

@Injectable()
export class OfflineCodeStore {
  /** A code that was given out for the same work and may still be typed. */
  findUnused(
    tx: Tx,
    { chipNo, machineId, outlet, welderId, permitId, designatedAreaId }: CodeWanted,
    expects: number,
    at: Instant,
  ): Promise<OfflineCode | null> {
    const work = {
      chipNo,
      machineId,
      outlet,
      welderId,
      permitId: permitId ?? IsNull(),
      designatedAreaId: designatedAreaId ?? IsNull(),
    };
    const where = {
      ...work,
      counter: MoreThanOrEqual(expects),
      usedAt: IsNull(),
      supersededAt: IsNull(),
      validUntil: MoreThan(at),
    };
    return tx.rows(OfflineCodeRow).findOne({ where, order: { counter: 'desc' } });
  }

  insert(tx: Tx, code: OfflineCode): Promise<void> {
    return tx.rows(OfflineCodeRow).insert(code);
  }

  /** Raw SQL: it stands between the hot statements of an ingest. */
  async markUsed(tx: Tx, id: string, jobId: string, at: Instant): Promise<void> {
    await tx.query('update offline_codes set used_at = $2, job_id = $3 where id = $1', [id, new Date(at), jobId]);
  }
}
