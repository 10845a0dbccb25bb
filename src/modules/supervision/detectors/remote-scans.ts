import { Injectable } from '@nestjs/common';
import type { Finding } from '../../../domain/violations/finding';
import { remoteScanM } from '../../../domain/violations/remote-scan';
import { MINUTE, type Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';
import { RulesReader } from '../../rules/rules.reader';
import type { Detector } from './detector';

/** An older position of the chip says nothing about where the machine stood when the job began. */
const NEAR_MS = 10 * MINUTE;

/** Afterwards a machine may be carried away, which is another matter: `outside-site`. */
const AFTER_MS = MINUTE;

interface JobRow {
  readonly id: string;
  readonly machine_id: string;
  readonly chip_no: string;
  readonly welder_id: string;
  readonly permit_id: string | null;
  readonly region_code: string;
  readonly reserved_at: Instant;
  readonly lat: number;
  readonly lng: number;
  readonly accuracy_m: number | null;
  readonly chip_lat: number;
  readonly chip_lng: number;
  readonly chip_accuracy_m: number | null;
}

/** 远距离扫码: somebody started a machine without standing at it. */
@Injectable()
export class RemoteScans implements Detector {
  readonly name = 'remote-scans';

  constructor(private readonly rules: RulesReader) {}

  async find(tx: Tx, at: Instant): Promise<Finding[]> {
    const rows = await tx.prepared<JobRow>(
      `select j.id, j.machine_id, j.chip_no, j.welder_id, j.permit_id, j.region_code, j.reserved_at, j.lat, j.lng, j.accuracy_m,
         c.lat as chip_lat, c.lng as chip_lng, c.accuracy_m as chip_accuracy_m
       from jobs j join chip_states c on c.chip_no = j.chip_no
       where j.reserved_at > $1::timestamptz - $2::float8 * interval '1 millisecond' and j.source = 'online' and j.state <> 'failed'
         and j.lat is not null and c.lat is not null
         and c.position_at between j.reserved_at - $2::float8 * interval '1 millisecond'
           and j.reserved_at + $3::float8 * interval '1 millisecond'`,
      [new Date(at), NEAR_MS, AFTER_MS],
    );
    return rows.flatMap((row) => this.judge(row));
  }

  private judge(row: JobRow): Finding[] {
    const foundAt = row.reserved_at;
    const farthest = this.rules
      .book()
      .value<number>('supervision.remote-scan-m', { regionCode: row.region_code }, foundAt);
    const distanceM = remoteScanM(
      { lat: row.lat, lng: row.lng, accuracyM: row.accuracy_m ?? 0 },
      { lat: row.chip_lat, lng: row.chip_lng, accuracyM: row.chip_accuracy_m ?? 0 },
      farthest,
    );
    if (distanceM === null) return [];
    return [
      {
        kind: 'remote-scan',
        source: 'detector',
        certainty: 'provisional',
        jobId: row.id,
        machineId: row.machine_id,
        chipNo: row.chip_no,
        welderId: row.welder_id,
        permitId: row.permit_id,
        foundAt,
        evidence: { distanceM },
      },
    ];
  }
}
