import type { Arc } from '../../domain/arcs/arc';
import type { ArcShape } from '../../domain/arcs/arc-evidence';
import type { ArcRow } from '../../schema/telemetry/arc.row';
import type { SampleRow } from '../../schema/telemetry/sample.row';
import { ofEvent, type OutletEvidence } from './outlet-evidence';

/** An arc as stored: its shape with its identity. */
export interface StoredArc
  extends
    ArcShape,
    Pick<ArcRow, 'id' | 'earliestAt' | 'chipNo' | 'machineId' | 'boot' | 'outlet' | 'regionCode' | 'enterpriseId'> {}

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

/** Columns of `arcs` that folding reads. */
export const ARC_COLUMNS = [
  'id', 'chipNo', 'machineId', 'boot', 'outlet', 'startUp', 'lastUp', 'fromEvents', 'startedAt', 'endedAt', 'lastSeenAt', 'arcMs', 'peakA',
  'claimedJobId', 'sampleMs', 'regionCode', 'enterpriseId', 'earliestAt',
] as const satisfies readonly (keyof ArcRow)[]; // prettier-ignore

export type StoredArcRow = Pick<ArcRow, (typeof ARC_COLUMNS)[number]>;

/** A sample, or an event without its measured parts. */
export interface EvidenceRow extends Pick<
  SampleRow,
  'chipNo' | 'boot' | 'outlet' | 'up' | 'at' | 'ms' | 'arcMs' | 'iMax' | 'jobId'
> {
  readonly kind: string;
}

/** `bigint` comes as text. */
export const toStored = ({ endedAt, claimedJobId: jobId, ...row }: StoredArcRow): StoredArc => ({
  ...row,
  startUp: Number(row.startUp),
  lastUp: Number(row.lastUp),
  ended: endedAt !== null,
  arcMs: Number(row.arcMs),
  jobId,
});

/** None of an event that says nothing of an arc. */
export function toEvidence(row: EvidenceRow): OutletEvidence[] {
  const { chipNo, boot, outlet, at, jobId, ms, arcMs } = row;
  const stamp = { up: Number(row.up), at, jobId };
  if (row.kind === 'sample')
    return [{ chipNo, boot, outlet, evidence: { kind: 'sample', ...stamp, ms, arcMs, peakA: row.iMax } }];
  const said = ofEvent(row.kind, outlet, stamp);
  return said ? [{ chipNo, boot, ...said }] : [];
}
