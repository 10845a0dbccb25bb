import { meaningOfEvent } from '../../domain/arcs/chip-events';
import type { ArcEvidence } from '../../domain/arcs/arc-evidence';
import type { PlacedEvent, PlacedSample } from './place-messages';

export interface SaidOfOutlet {
  /** Null: said of the whole machine. */
  readonly outlet: number | null;
  readonly evidence: ArcEvidence;
}

export type OutletEvidence = SaidOfOutlet & { readonly chipNo: string; readonly boot: number };

interface Stamp {
  readonly up: number;
  readonly at: number;
  readonly jobId: string | null;
}

/** Null: the event says nothing of an arc. */
export function ofEvent(kind: string, outlet: number, stamp: Stamp): SaidOfOutlet | null {
  const { arc } = meaningOfEvent(kind);
  if (arc === undefined) return null;
  return {
    outlet: arc === 'ends-all' ? null : outlet,
    evidence: { kind: arc === 'begins' ? 'start' : 'stop', ...stamp },
  };
}

/** What new messages say about arcs; what contradicts a message stored before says nothing. */
export function evidenceIn(samples: readonly PlacedSample[], events: readonly PlacedEvent[]): OutletEvidence[] {
  const said: OutletEvidence[] = [];
  for (const { chipNo, boot, at, disputed, sample } of samples) {
    if (disputed) continue;
    const { up, ms, arcMs, iMax, job, outlet } = sample;
    said.push({ chipNo, boot, outlet, evidence: { kind: 'sample', up, at, ms, arcMs, peakA: iMax, jobId: job } });
  }
  for (const { chipNo, boot, at, disputed, event } of events) {
    const ofOutlet = disputed ? null : ofEvent(event.kind, event.outlet, { up: event.up, at, jobId: event.job });
    if (ofOutlet) said.push({ chipNo, boot, ...ofOutlet });
  }
  return said;
}
