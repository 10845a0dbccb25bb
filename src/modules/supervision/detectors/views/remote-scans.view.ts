import type { Instant } from '../../../../kernel/time';
import { columnsOf } from '../../../../platform/database/columns';
import type { Tx } from '../../../../platform/database/unit-of-work';
import { JobRow } from '../../../../schema/jobs/job.row';

const NAMES = ['id', 'machineId', 'welderId', 'permitId', 'regionCode', 'reservedAt', 'accuracyM'] as const;

export interface ScannedJob extends Readonly<Pick<JobRow, (typeof NAMES)[number]>> {
  readonly chipNo: string;
  readonly lat: number;
  readonly lng: number;
  readonly chipLat: number;
  readonly chipLng: number;
  readonly chipAccuracyM: number | null;
}

/** Jobs that began a short while ago, with where the phone was and where the chip was about then. */
export const scannedJobs = (tx: Tx, at: Instant, nearMs: number, afterMs: number): Promise<ScannedJob[]> =>
  tx.prepared<ScannedJob>(
    `select ${columnsOf(JobRow, 'j', [...NAMES, 'chipNo', 'lat', 'lng'])},
       c.lat as "chipLat", c.lng as "chipLng", c.accuracy_m as "chipAccuracyM"
     from jobs j join chip_states c on c.chip_no = j.chip_no
     where j.reserved_at > $1::timestamptz - $2::float8 * interval '1 millisecond' and j.source = 'online' and j.state <> 'failed'
       and j.lat is not null and c.lat is not null
       and c.position_at between j.reserved_at - $2::float8 * interval '1 millisecond'
         and j.reserved_at + $3::float8 * interval '1 millisecond'`,
    [new Date(at), nearMs, afterMs],
  );
