import type { Arc } from '../../domain/arcs/arc';
import type { ArcShape } from '../../domain/arcs/arc-evidence';
import type { Instant } from '../../kernel/time';
import { ofEvent, type OutletEvidence } from './outlet-evidence';

/** An arc as stored: its shape with its identity. */
export interface StoredArc extends ArcShape {
  readonly id: string;
  /** The earliest moment at which it can have begun, where its time is not known. */
  readonly earliestAt: Instant | null;
  readonly chipNo: string;
  readonly machineId: string | null;
  readonly boot: number;
  readonly outlet: number;
  readonly regionCode: string;
  readonly enterpriseId: string | null;
}

export const toArc = (arc: StoredArc): Arc => ({
  id: arc.id,
  chipNo: arc.chipNo,
  machineId: arc.machineId,
  boot: arc.boot,
  outlet: arc.outlet,
  startUp: arc.startUp,
  startedAt: arc.startedAt,
  earliestAt: arc.earliestAt,
  endedAt: arc.ended ? arc.lastSeenAt : null,
  lastSeenAt: arc.lastSeenAt,
  arcMs: arc.arcMs,
  peakA: arc.peakA,
  claimedJobId: arc.jobId,
  sampleMs: arc.sampleMs,
});

export interface ArcRow {
  id: string;
  chip_no: string;
  machine_id: string | null;
  boot: number;
  outlet: number;
  start_up: string;
  last_up: string;
  from_events: boolean;
  started_at: Instant;
  ended_at: Instant | null;
  last_seen_at: Instant;
  arc_ms: string;
  peak_a: number;
  claimed_job_id: string | null;
  sample_ms: number;
  region_code: string;
  enterprise_id: string | null;
  earliest_at: Instant | null;
}

export interface EvidenceRow {
  chip_no: string;
  boot: number;
  outlet: number;
  kind: string;
  up: string;
  at: Instant;
  ms: number;
  arc_ms: number;
  i_max: number;
  job_id: string | null;
}

export const toStored = (row: ArcRow): StoredArc => ({
  id: row.id,
  chipNo: row.chip_no,
  machineId: row.machine_id,
  boot: row.boot,
  outlet: row.outlet,
  startUp: Number(row.start_up),
  lastUp: Number(row.last_up),
  ended: row.ended_at !== null,
  startedAt: row.started_at,
  lastSeenAt: row.last_seen_at,
  arcMs: Number(row.arc_ms),
  peakA: row.peak_a,
  jobId: row.claimed_job_id,
  sampleMs: row.sample_ms,
  fromEvents: row.from_events,
  regionCode: row.region_code,
  enterpriseId: row.enterprise_id,
  earliestAt: row.earliest_at,
});

/** None of an event that says nothing of an arc. */
export function toEvidence(row: EvidenceRow): OutletEvidence[] {
  const { chip_no: chipNo, boot, outlet } = row;
  const stamp = { up: Number(row.up), at: row.at, jobId: row.job_id };
  if (row.kind === 'sample') {
    const { ms, arc_ms: arcMs, i_max: peakA } = row;
    return [{ chipNo, boot, outlet, evidence: { kind: 'sample', ...stamp, ms, arcMs, peakA } }];
  }
  const said = ofEvent(row.kind, outlet, stamp);
  return said ? [{ chipNo, boot, ...said }] : [];
}
