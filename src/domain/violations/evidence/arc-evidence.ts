import { SECOND, type Instant } from '../../../kernel/time';
import { endOfArc } from '../../arcs/arc';
import { SUSTAINED_MS } from '../../arcs/judge-arc';
import { evidenceLine, evidenceLines, type EvidenceLine } from './evidence-words';
import type { Certainty, ViolationKind } from '../violation-kinds';

/** One arc that a case stands on, as it is known now, with the last version of the verdict that speaks of this kind. */
export interface CaseArc {
  readonly startedAt: Instant;
  /** Null: its time is known. */
  readonly earliestAt: Instant | null;
  readonly endedAt: Instant | null;
  readonly lastSeenAt: Instant;
  readonly peakA: number;
  /** Late data took it off the case. */
  readonly cleared: boolean;
  readonly detail: Readonly<Record<string, unknown>>;
}

export const lengthOf = (arc: Pick<CaseArc, 'startedAt' | 'endedAt' | 'lastSeenAt'>): number =>
  endOfArc(arc) - arc.startedAt;

/**
 * The evidence of a detector's case in words: the arcs as they are now, and the verdicts in force. It does not repeat
 * the first impression. An arc that went on is described by its full length, and a confirmed case is not called
 * doubtful.
 */
export function arcEvidence(kind: ViolationKind, certainty: Certainty, arcs: readonly CaseArc[]): EvidenceLine[] {
  const standing = arcs.filter(({ cleared }) => !cleared);
  const shown = standing.length > 0 ? standing : arcs;
  const telling = [...shown].sort((a, b) => lengthOf(b) - lengthOf(a) || a.startedAt - b.startedAt)[0];
  if (!telling) return [];
  const first = [...shown].sort((a, b) => a.startedAt - b.startedAt)[0]!;
  const { sustained: _, ...detail } = telling.detail;
  const facts = { ...beginningOf(first), peakA: Math.max(...shown.map(({ peakA }) => peakA)) };
  return [...evidenceLines(kind, { ...detail, ...facts }), ...countLine(shown, telling), burntLine(certainty, shown)];
}

const beginningOf = ({ startedAt, earliestAt }: CaseArc): Record<string, Instant> =>
  earliestAt === null ? { startedAt } : { earliestAt, latestAt: startedAt };

const countLine = (arcs: readonly CaseArc[], longest: CaseArc): EvidenceLine[] =>
  arcs.length < 2
    ? []
    : [evidenceLine('arcs', { count: arcs.length, seconds: Math.round(lengthOf(longest) / SECOND) })];

function burntLine(certainty: Certainty, arcs: readonly CaseArc[]): EvidenceLine {
  if (arcs.some((arc) => lengthOf(arc) >= SUSTAINED_MS)) return evidenceLine('sustained');
  if (certainty !== 'confirmed') return evidenceLine('spark');
  return evidenceLine(arcs.length > 1 ? 'sparks-repeated' : 'spark-confirmed');
}
