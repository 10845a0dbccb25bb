import { Injectable } from '@nestjs/common';
import { looksAt, type Looker, type PhotoKind, type PhotoVerdict } from '../../../domain/jobs/photo-look';
import type { Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';

export interface PhotoToCheck {
  readonly photoId: string;
  readonly kind: PhotoKind;
  readonly permitId: string | null;
  readonly jobId: string | null;
  readonly welderId: string | null;
  readonly takenBy: string;
  readonly enterpriseId: string | null;
  readonly regionCode: string;
  /** Of a small job, or of nobody's enterprise. */
  readonly forGrid: boolean;
  readonly dueAt: Instant;
}

export interface PhotoCheck extends PhotoToCheck {
  readonly askedAt: Instant;
  readonly passedOnAt: Instant | null;
  readonly decidedAt: Instant | null;
  readonly verdict: PhotoVerdict | null;
}

type Moments = 'dueAt' | 'askedAt' | 'passedOnAt' | 'decidedAt';

interface Row extends Omit<PhotoCheck, Moments> {
  readonly dueAt: Instant;
  readonly askedAt: Instant;
  readonly passedOnAt: Instant | null;
  readonly decidedAt: Instant | null;
}

const COLUMNS = `photo_id as "photoId", kind, permit_id as "permitId", job_id as "jobId", welder_id as "welderId", taken_by as "takenBy",
  enterprise_id as "enterpriseId", region_code as "regionCode", for_grid as "forGrid", due_at as "dueAt", asked_at as "askedAt",
  passed_on_at as "passedOnAt", decided_at as "decidedAt", verdict`;

/** Photos that somebody else has to look at, by the permit or job that they were taken for. */
@Injectable()
export class PhotoChecks {
  /** A photo that is asked for twice is looked at once. */
  ask(tx: Tx, photo: PhotoToCheck, at: Instant): void {
    tx.send(
      `insert into photo_checks (photo_id, kind, permit_id, job_id, welder_id, taken_by, enterprise_id, region_code, due_at, asked_at, for_grid)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict do nothing`,
      [
        photo.photoId,
        photo.kind,
        photo.permitId,
        photo.jobId,
        photo.welderId,
        photo.takenBy,
        photo.enterpriseId,
        photo.regionCode,
        new Date(photo.dueAt),
        new Date(at),
        photo.forGrid,
      ],
    );
  }

  async lock(tx: Tx, photoId: string): Promise<PhotoCheck | null> {
    const [row] = await tx.query<Row>(`select ${COLUMNS} from photo_checks where photo_id = $1 for no key update`, [
      photoId,
    ]);
    return row ? toCheck(row) : null;
  }

  async find(tx: Tx, photoId: string): Promise<PhotoCheck | null> {
    const [row] = await tx.query<Row>(`select ${COLUMNS} from photo_checks where photo_id = $1`, [photoId]);
    return row ? toCheck(row) : null;
  }

  /** `waitsFor`: only what this person may still decide. The latest first; ids of photos follow time. */
  async list(tx: Tx, { waitsFor, limit, cursor }: { waitsFor: Looker | null; limit: number; cursor?: string }) {
    const { onlyForGrid, passedOn } = waitsFor ? looksAt(waitsFor) : { onlyForGrid: false, passedOn: true };
    const rows = await tx.query<Row>(
      `select ${COLUMNS} from photo_checks
       where photo_id < coalesce($1, 'Z')
         and ($2::text is null or verdict is null and taken_by <> $2 and welder_id is distinct from $3
           and (for_grid or not $4) and (passed_on_at is null or $5))
       order by photo_id desc limit $6`,
      [cursor ?? null, waitsFor?.userId ?? null, waitsFor?.welderId ?? '', onlyForGrid, passedOn, limit + 1],
    );
    return rows.map(toCheck);
  }

  /** An official has as long as the enterprise had, and is reminded once, too. */
  async passOn(tx: Tx, photoId: string, { note, by }: { note: string | null; by: string }, at: Instant): Promise<void> {
    await tx.query(
      `update photo_checks set passed_on_by = $2, passed_on_at = $3, note = $4, told_at = null,
         due_at = $3::timestamptz + (due_at - asked_at) where photo_id = $1`,
      [photoId, by, new Date(at), note],
    );
  }

  async decide(
    tx: Tx,
    photoId: string,
    { verdict, note, by }: { verdict: PhotoVerdict; note: string | null; by: string },
    at: Instant,
  ): Promise<void> {
    await tx.query(
      'update photo_checks set verdict = $2, note = $3, decided_by = $4, decided_at = $5 where photo_id = $1',
      [photoId, verdict, note, by, new Date(at)],
    );
  }

  /** Those that nobody looked at in time, each told of once. */
  async overdue(tx: Tx, at: Instant): Promise<PhotoCheck[]> {
    const rows = await tx.prepared<Row>(
      `update photo_checks set told_at = $1 where verdict is null and told_at is null and due_at <= $1 returning ${COLUMNS}`,
      [new Date(at)],
    );
    return rows.map(toCheck);
  }
}

const toCheck = (row: Row): PhotoCheck => ({
  ...row,
  dueAt: row.dueAt,
  askedAt: row.askedAt,
  passedOnAt: row.passedOnAt,
  decidedAt: row.decidedAt,
});
