import { Injectable } from '@nestjs/common';
import { lookRefused } from '../../../domain/jobs/photo-look';
import type { JobState } from '../../../domain/jobs/job';
import type { Caller } from '../../../platform/auth/caller';
import type { Tx } from '../../../platform/database/unit-of-work';
import type { PhotoCheck } from '../../permits/signboard/photo-checks';
import type { PhotoCheckView } from './photo-check.dto';
import { isoTime, isoTimeOrNull } from '../../../kernel/time';

interface BesideRow {
  readonly photoId: string;
  readonly welderName: string | null;
  readonly certificatePhotoId: string | null;
  readonly permitNumber: string | null;
  readonly place: string | null;
  readonly machineCode: string | null;
  readonly jobState: JobState | null;
  readonly takenByName: string | null;
}

/** Only what an official has found genuine shows how its holder looks. */
const BESIDE = `
  select c.photo_id as "photoId", w.name as "welderName", p.number as "permitNumber", coalesce(p.place_name, d.name) as place,
    m.code as "machineCode", j.state as "jobState", u.name as "takenByName",
    case when c.kind <> 'signboard' then (
      select k.photo_id from certificates k where k.welder_id = c.welder_id and k.status = 'verified' and k.photo_id is not null
      order by k.verified_at desc limit 1) end as "certificatePhotoId"
  from photo_checks c left join welders w on w.id = c.welder_id left join permits p on p.id = c.permit_id
    left join jobs j on j.id = c.job_id left join machines m on m.id = j.machine_id
    left join designated_areas d on d.id = j.designated_area_id left join users u on u.id = c.taken_by
  where c.photo_id = any($1)`;

/** Photos with what they are compared with. Under the system's scope: the welder may be registered elsewhere than the work. */
@Injectable()
export class PhotoCheckViews {
  async load(tx: Tx, caller: Caller, checks: readonly PhotoCheck[]): Promise<PhotoCheckView[]> {
    const rows = await tx.prepared<BesideRow>(BESIDE, [checks.map(({ photoId }) => photoId)]);
    const beside = new Map(rows.map((row) => [row.photoId, row]));
    return checks.flatMap((check) => {
      const row = beside.get(check.photoId);
      return row ? [viewOf(check, caller, row)] : [];
    });
  }
}

const viewOf = (check: PhotoCheck, caller: Caller, { photoId: _, ...beside }: BesideRow): PhotoCheckView => ({
  ...beside,
  id: check.photoId,
  photoId: check.photoId,
  kind: check.kind,
  permitId: check.permitId,
  jobId: check.jobId,
  welderId: check.welderId,
  askedAt: isoTime(check.askedAt),
  dueAt: isoTime(check.dueAt),
  passedOnAt: isoTimeOrNull(check.passedOnAt),
  decidedAt: isoTimeOrNull(check.decidedAt),
  verdict: check.verdict,
  mayDecide:
    check.verdict === null &&
    lookRefused({ ...check, passedOn: check.passedOnAt !== null }, caller, 'doubted') === null,
});
