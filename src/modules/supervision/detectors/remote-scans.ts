import { Injectable } from '@nestjs/common';
import type { Finding } from '../../../domain/violations/finding';
import { remoteScanM } from '../../../domain/violations/remote-scan';
import { MINUTE, type Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';
import { RulesReader } from '../../rules/rules.reader';
import type { Detector } from './detector';
import { scannedJobs, type ScannedJob } from './views/remote-scans.view';

/** An older position of the chip says nothing about where the machine stood when the job began. */
const NEAR_MS = 10 * MINUTE;

/** Afterwards a machine may be carried away, which is another matter: `outside-site`. */
const AFTER_MS = MINUTE;

/** 远距离扫码: somebody started a machine without standing at it. */
@Injectable()
export class RemoteScans implements Detector {
  readonly name = 'remote-scans';

  constructor(private readonly rules: RulesReader) {}

  async find(tx: Tx, at: Instant): Promise<Finding[]> {
    const jobs = await scannedJobs(tx, at, NEAR_MS, AFTER_MS);
    return jobs.flatMap((job) => this.judge(job));
  }

  private judge(row: ScannedJob): Finding[] {
    const foundAt = row.reservedAt;
    const farthest = this.rules
      .book()
      .value<number>('supervision.remote-scan-m', { regionCode: row.regionCode }, foundAt);
    const distanceM = remoteScanM(
      { lat: row.lat, lng: row.lng, accuracyM: row.accuracyM ?? 0 },
      { lat: row.chipLat, lng: row.chipLng, accuracyM: row.chipAccuracyM ?? 0 },
      farthest,
    );
    if (distanceM === null) return [];
    return [
      {
        kind: 'remote-scan',
        source: 'detector',
        certainty: 'provisional',
        jobId: row.id,
        machineId: row.machineId,
        chipNo: row.chipNo,
        welderId: row.welderId,
        permitId: row.permitId,
        foundAt,
        evidence: { distanceM },
      },
    ];
  }
}
