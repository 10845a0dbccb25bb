import { Injectable } from '@nestjs/common';
import { placeProven } from '../../../domain/places/place-proof';
import { PermitRules } from '../../../domain/permits/permit-rules';
import type { Finding } from '../../../domain/violations/finding';
import { distanceM } from '../../../kernel/geo';
import { MINUTE, type Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';
import { RulesReader } from '../../rules/rules.reader';
import type { Detector } from './detector';
import { jobsWithFix, type JobWithFix } from './views/outside-sites.view';

/** An older fix of a chip says nothing about where its machine stands now. */
const FRESH_MS = 10 * MINUTE;

/** What a chip may be wrong by is taken off its distance: a coarse fix far away is far away. */
const ANY_ACCURACY = { worstAccuracyM: Infinity };

/** 离开许可地点作业: a machine that was carried away from the permit's place after its job began. Once for each job. */
@Injectable()
export class OutsideSites implements Detector {
  readonly name = 'outside-sites';

  constructor(private readonly rules: RulesReader) {}

  async find(tx: Tx, at: Instant): Promise<Finding[]> {
    const jobs = await jobsWithFix(tx, at - FRESH_MS);
    return jobs.flatMap((job) => this.judge(job, at));
  }

  private judge(row: JobWithFix, at: Instant): Finding[] {
    const subject = { regime: row.regime, level: row.level, regionCode: row.regionCode };
    const { leastRadiusM } = new PermitRules(this.rules.book(), subject, at).place;
    const site = { lat: row.siteLat, lng: row.siteLng, radiusM: Math.max(row.radiusM, leastRadiusM) };
    const chip = { lat: row.lat, lng: row.lng, accuracyM: row.accuracyM ?? 0 };
    const proof = { position: chip, signboard: 'none', photoGiven: false } as const;
    if (placeProven(proof, site, ANY_ACCURACY).outcome !== 'outside') return [];
    return [
      {
        kind: 'outside-site',
        source: 'detector',
        certainty: 'provisional',
        jobId: row.id,
        machineId: row.machineId,
        chipNo: row.chipNo,
        welderId: row.welderId,
        permitId: row.permitId,
        foundAt: row.since,
        evidence: { metresAway: Math.round(distanceM(chip, site)) },
      },
    ];
  }
}
