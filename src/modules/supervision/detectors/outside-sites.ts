import { Injectable } from '@nestjs/common';
import { placeProven } from '../../../domain/places/place-proof';
import { PermitRules } from '../../../domain/permits/permit-rules';
import type { Finding } from '../../../domain/violations/finding';
import { distanceM } from '../../../kernel/geo';
import { MINUTE, type Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';
import { RulesReader } from '../../rules/rules.reader';
import type { Detector } from './detector';

/** An older fix of a chip says nothing about where its machine stands now. */
const FRESH_MS = 10 * MINUTE;

/** What a chip may be wrong by is taken off its distance: a coarse fix far away is far away. */
const ANY_ACCURACY = { worstAccuracyM: Infinity };

interface JobRow {
  readonly id: string;
  readonly machine_id: string;
  readonly chip_no: string;
  readonly welder_id: string;
  readonly permit_id: string;
  readonly region_code: string;
  readonly regime: string;
  readonly level: string;
  readonly since: Instant;
  readonly lat: number;
  readonly lng: number;
  readonly accuracy_m: number | null;
  readonly site_lat: number;
  readonly site_lng: number;
  readonly radius_m: number;
}

/** 离开许可地点作业: a machine that was carried away from the permit's place after its job began. Once for each job. */
@Injectable()
export class OutsideSites implements Detector {
  readonly name = 'outside-sites';

  constructor(private readonly rules: RulesReader) {}

  async find(tx: Tx, at: Instant): Promise<Finding[]> {
    const rows = await tx.prepared<JobRow>(
      `select j.id, j.machine_id, j.chip_no, j.welder_id, j.permit_id, p.region_code, p.regime, p.level,
         j.reserved_at as since, c.lat, c.lng, c.accuracy_m, p.lat as site_lat, p.lng as site_lng, p.radius_m
       from jobs j join chip_states c on c.chip_no = j.chip_no join permits p on p.id = j.permit_id
       where j.state = 'running' and c.lat is not null and c.position_at >= greatest(j.reserved_at, $1)`,
      [new Date(at - FRESH_MS)],
    );
    return rows.flatMap((row) => this.judge(row, at));
  }

  private judge(row: JobRow, at: Instant): Finding[] {
    const subject = { regime: row.regime, level: row.level, regionCode: row.region_code };
    const { leastRadiusM } = new PermitRules(this.rules.book(), subject, at).place;
    const site = { lat: row.site_lat, lng: row.site_lng, radiusM: Math.max(row.radius_m, leastRadiusM) };
    const chip = { lat: row.lat, lng: row.lng, accuracyM: row.accuracy_m ?? 0 };
    const proof = { position: chip, signboard: 'none', photoGiven: false } as const;
    if (placeProven(proof, site, ANY_ACCURACY).outcome !== 'outside') return [];
    return [
      {
        kind: 'outside-site',
        source: 'detector',
        certainty: 'provisional',
        jobId: row.id,
        machineId: row.machine_id,
        chipNo: row.chip_no,
        welderId: row.welder_id,
        permitId: row.permit_id,
        foundAt: row.since,
        evidence: { metresAway: Math.round(distanceM(chip, site)) },
      },
    ];
  }
}
