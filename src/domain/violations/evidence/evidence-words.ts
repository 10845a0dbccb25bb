import type { Instant } from '../../../kernel/time';
import { shownTime } from '../../../kernel/shown-time';
import type { ViolationKind } from '../violation-kinds';

/** One line of evidence: the code of its text, and what fills it. */
export interface EvidenceLine {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

type Evidence = Readonly<Record<string, unknown>>;

/** Evidence that is a moment, a number or a name, in the order a person reads it. */
const TIMES = [
  'startedAt',
  'earliestAt',
  'latestAt',
  'askedAt',
  'suspendedAt',
  'watchUntil',
  'closedAt',
  'from',
  'until',
  'dueAt',
  'heardAt',
  'heardAgainAt',
  'markedAt',
  'seenAt',
  'firstAt',
  'secondAt',
] as const;
const VALUES = [
  'peakA',
  'currentA',
  'distanceM',
  'metresAway',
  'hours',
  'hoursBefore',
  'hoursRecent',
  'signers',
  'places',
  'period',
  'code',
  'foundCode',
  'silentMinutes',
  'cardNumber',
  'jobs',
  'newCode',
  'firstMachine',
  'secondMachine',
  'apartM',
  'minutesBetween',
  'starters',
  'starterNames',
] as const;
/** Evidence that is a code with a sentence of its own. */
const CODES = ['fault', 'limit', 'photo', 'lookup', 'goneSign'] as const;

/**
 * Stored evidence as lines that people can read. What has no words (ids, counters) is for machines and left out. A reason
 * may mean different things for different kinds: `none` is no permit or no certificate.
 */
export function evidenceLines(kind: ViolationKind, evidence: Evidence): EvidenceLine[] {
  return [
    ...reasonOf(kind, evidence['reason']),
    ...CODES.flatMap((key) => codeLine(key, evidence[key])),
    ...TIMES.flatMap((key) => timeLine(key, evidence[key])),
    ...VALUES.flatMap((key) => valueLine(key, evidence[key])),
    ...sustainedLine(evidence['sustained']),
  ];
}

/** The arc is older than samples are kept: it stands without them. */
export function outlivedSamples(evidence: Evidence, keptSince: Instant): EvidenceLine[] {
  const { arcId, startedAt, latestAt } = evidence;
  const at = Date.parse(String(startedAt ?? latestAt));
  return arcId !== undefined && at < keptSince ? [line('samples-gone')] : [];
}

export const evidenceLine = (code: string, params: EvidenceLine['params'] = {}): EvidenceLine => ({
  code: `violation.evidence.${code}`,
  params,
});
const line = evidenceLine;

function reasonOf(kind: ViolationKind, reason: unknown): EvidenceLine[] {
  if (typeof reason !== 'string') return [];
  return [line(`reason.${reason === 'none' ? `${kind}.none` : reason}`)];
}

const codeLine = (key: string, value: unknown): EvidenceLine[] =>
  typeof value === 'string' ? [line(`${key}.${value}`)] : [];

/** Moments are kept as ISO texts or as milliseconds. */
function timeLine(key: string, value: unknown): EvidenceLine[] {
  const at = typeof value === 'string' ? Date.parse(value) : value;
  return typeof at === 'number' && Number.isFinite(at) ? [line(key, { time: shownTime(at) })] : [];
}

function valueLine(key: string, value: unknown): EvidenceLine[] {
  if (typeof value === 'string' && value !== '') return [line(key, { value })];
  return typeof value === 'number' && value > 0 ? [line(key, { value: Math.round(value) })] : [];
}

const sustainedLine = (value: unknown): EvidenceLine[] =>
  typeof value === 'boolean' ? [line(value ? 'sustained' : 'spark')] : [];
