import { Injectable } from '@nestjs/common';
import { looksAt, type Looker, type PhotoKind, type PhotoVerdict } from '../../../domain/jobs/photo-look';
import type { Instant } from '../../../kernel/time';
import { columnsOf } from '../../../platform/database/columns';
import type { Tx } from '../../../platform/database/unit-of-work';
import { PhotoCheckRow } from '../../../schema/permits/photo-check.row';

const OWN = [
  'photoId', 'permitId', 'jobId', 'welderId', 'takenBy', 'enterpriseId', 'regionCode', 'forGrid', 'dueAt',
] as const satisfies readonly (keyof PhotoCheckRow)[]; // prettier-ignore
const LOOKED = ['askedAt', 'passedOnAt', 'decidedAt'] as const satisfies readonly (keyof PhotoCheckRow)[];
const COLUMNS = columnsOf(PhotoCheckRow, 'p', [...OWN, ...LOOKED, 'kind', 'verdict']);

/** `forGrid`: of a small job, or of nobody's enterprise. */
export interface PhotoToCheck extends Readonly<Pick<PhotoCheckRow, (typeof OWN)[number]>> {
  readonly kind: PhotoKind;
}

export interface PhotoCheck extends PhotoToCheck, Readonly<Pick<PhotoCheckRow, (typeof LOOKED)[number]>> {
  readonly verdict: PhotoVerdict | null;
}

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
    const lock = { mode: 'for_no_key_update' } as const;
    return (await tx.rows(PhotoCheckRow).findOne({ where: { photoId }, lock })) as PhotoCheck | null;
  }

  async find(tx: Tx, photoId: string): Promise<PhotoCheck | null> {
    return (await tx.rows(PhotoCheckRow).findOne({ where: { photoId } })) as PhotoCheck | null;
  }

  /** `waitsFor`: only what this person may still decide. The latest first; ids of photos follow time. */
  list(tx: Tx, { waitsFor, limit, cursor }: { waitsFor: Looker | null; limit: number; cursor?: string }) {
    const { onlyForGrid, passedOn } = waitsFor ? looksAt(waitsFor) : { onlyForGrid: false, passedOn: true };
    return tx.query<PhotoCheck>(
      `select ${COLUMNS} from photo_checks p
       where photo_id < coalesce($1, 'Z')
         and ($2::text is null or verdict is null and taken_by <> $2 and welder_id is distinct from $3
           and (for_grid or not $4) and (passed_on_at is null or $5))
       order by photo_id desc limit $6`,
      [cursor ?? null, waitsFor?.userId ?? null, waitsFor?.welderId ?? '', onlyForGrid, passedOn, limit + 1],
    );
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
    await tx.rows(PhotoCheckRow).update({ photoId }, { verdict, note, decidedBy: by, decidedAt: at });
  }

  /** Those that nobody looked at in time, each told of once. */
  overdue(tx: Tx, at: Instant): Promise<PhotoCheck[]> {
    return tx.prepared<PhotoCheck>(
      `update photo_checks p set told_at = $1 where verdict is null and told_at is null and due_at <= $1 returning ${COLUMNS}`,
      [new Date(at)],
    );
  }
}
