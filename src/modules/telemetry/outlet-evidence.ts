import type { ArcEvidence } from '../../domain/arcs/arc-evidence';
import type { EventKind } from './chip-message';
import type { PlacedEvent, PlacedSample } from './place-messages';

/** Events that tell of an arc; the last two of every arc of the machine. */
export const ARC_EVENTS = ['arc-start', 'arc-stop', 'power-off', 'relay-opened'] as const satisfies EventKind[];
export type ArcEventKind = (typeof ARC_EVENTS)[number];

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

export const ofEvent = (kind: ArcEventKind, outlet: number, stamp: Stamp): SaidOfOutlet => ({
  outlet: kind === 'power-off' || kind === 'relay-opened' ? null : outlet,
  evidence: { kind: kind === 'arc-start' ? 'start' : 'stop', ...stamp },
});

const isArcEvent = (kind: string): kind is ArcEventKind => (ARC_EVENTS as readonly string[]).includes(kind);

/** What new messages say about arcs; what contradicts a message stored before says nothing. */
export function evidenceIn(samples: readonly PlacedSample[], events: readonly PlacedEvent[]): OutletEvidence[] {
  const said: OutletEvidence[] = [];
  for (const { chipNo, boot, at, disputed, sample } of samples) {
    if (disputed) continue;
    const { up, ms, arcMs, iMax, job, outlet } = sample;
    said.push({ chipNo, boot, outlet, evidence: { kind: 'sample', up, at, ms, arcMs, peakA: iMax, jobId: job } });
  }
  for (const { chipNo, boot, at, disputed, event } of events)
    if (!disputed && isArcEvent(event.kind))
      said.push({ chipNo, boot, ...ofEvent(event.kind, event.outlet, { up: event.up, at, jobId: event.job }) });
  return said;
}
