import type { Instant } from '../../../kernel/time';
import { causeKey, recordCause } from '../cause-key';
import { dueAfter, type DueDays } from '../deadlines';
import type { Finding } from '../finding';
import { severityOf, type Severities, type Severity } from '../grade';
import { majorBasisOf, type MajorBasis, type MajorHazardStandard } from '../major-hazard';
import { kindOf, type Certainty, type Grade, type Source, type ViolationKind } from '../violation-kinds';
import { violationNews, type ViolationNews } from '../violation-news';
import { stepOf, type ViolationStep } from './violation-step';

/** The region and enterprise of a finding, taken from its subjects. */
export interface Whereabouts {
  readonly machineId: string | null;
  readonly chipNo: string | null;
  readonly regionCode: string;
  readonly enterpriseId: string | null;
  readonly industry: string | null;
  /** Of the permit under which it was found. */
  readonly placeKinds: readonly string[];
  readonly place: string | null;
  readonly lat: number | null;
  readonly lng: number | null;
}

/** A finding as the row it would be, were nothing of its cause open. */
export interface NewViolation extends Omit<Whereabouts, 'industry' | 'placeKinds'> {
  readonly id: string;
  readonly kind: ViolationKind;
  readonly grade: Grade;
  readonly severity: Severity;
  /** Null: no major hazard. */
  readonly majorBasis: MajorBasis | null;
  readonly certainty: Certainty;
  readonly source: Source;
  readonly cause: string;
  readonly welderId: string | null;
  readonly permitId: string | null;
  readonly jobId: string | null;
  readonly arcId: string | null;
  readonly description: string;
  readonly evidence: Readonly<Record<string, unknown>>;
  readonly photoIds: readonly string[];
  readonly occurrences: number;
  readonly foundAt: Instant;
  readonly lastAt: Instant;
  readonly dueAt: Instant;
}

/** What one cause came to: a new violation, or one more occurrence of the open one. */
export interface RaisedCause {
  readonly id: string;
  readonly cause: string;
  readonly isNew: boolean;
  readonly occurrences: number;
}

/** What rules say of a finding at its place. */
export interface FindingRules {
  readonly dueDays: DueDays;
  readonly severities: Severities;
  /** As they were in force when it was found. */
  readonly majorStandards: readonly MajorHazardStandard[];
}

export function newViolation(
  finding: Finding,
  where: Whereabouts,
  { dueDays, severities, majorStandards }: FindingRules,
  id: string,
  at: Instant,
): NewViolation {
  const grade = finding.grade ?? kindOf(finding.kind).grade;
  const majorBasis = majorBasisOf(finding.kind, where, majorStandards);
  return {
    id,
    kind: finding.kind,
    grade,
    severity: severityOf(finding.kind, grade, majorBasis !== null, severities),
    majorBasis,
    certainty: finding.certainty,
    source: finding.source,
    cause:
      finding.source === 'detector'
        ? causeKey(finding.kind, { ...finding, ...found(where) }, finding.facet)
        : recordCause(id),
    regionCode: where.regionCode,
    enterpriseId: where.enterpriseId,
    machineId: where.machineId,
    chipNo: where.chipNo,
    welderId: finding.welderId ?? null,
    permitId: finding.permitId ?? null,
    jobId: finding.jobId ?? null,
    arcId: finding.arcId ?? null,
    place: where.place,
    lat: where.lat,
    lng: where.lng,
    description: finding.description ?? '',
    evidence: finding.evidence ?? {},
    photoIds: finding.photoIds ?? [],
    occurrences: 1,
    foundAt: finding.foundAt,
    lastAt: finding.foundAt,
    dueAt: dueAfter(grade, dueDays, at),
  };
}

/** What was looked up about a finding's subjects, without empty fields. */
const found = ({ machineId, chipNo }: Whereabouts): { machineId?: string; chipNo?: string } => ({
  ...(machineId ? { machineId } : {}),
  ...(chipNo ? { chipNo } : {}),
});

/** Findings of one cause in one batch are one violation, seen several times. */
export function oncePerCause(rows: readonly NewViolation[]): NewViolation[] {
  const merged = new Map<string, NewViolation>();
  for (const row of rows) {
    const known = merged.get(row.cause);
    merged.set(row.cause, known ? seenTwice(known, row) : row);
  }
  return [...merged.values()];
}

const seenTwice = (known: NewViolation, row: NewViolation): NewViolation => ({
  ...known,
  occurrences: known.occurrences + 1,
  certainty: 'confirmed',
  foundAt: Math.min(known.foundAt, row.foundAt),
  lastAt: Math.max(known.lastAt, row.lastAt),
});

/**
 * For a detector that looks at the same records again and again. It keeps only findings that are newer than the last
 * one told of their cause. So a case that was closed or withdrawn does not come back. `toldUntil`: the last moment told
 * of each cause. Two findings of one fault count as one.
 */
export function notYetTold(rows: readonly NewViolation[], toldUntil: ReadonlyMap<string, Instant>): NewViolation[] {
  const fresh = rows.filter((row) => row.foundAt > (toldUntil.get(row.cause) ?? -Infinity));
  return [...new Map(fresh.map((row) => [`${row.cause} ${row.foundAt}`, row])).values()];
}

/** The step of a violation that was not there before. */
export const raise = (row: NewViolation): ViolationStep =>
  stepOf(
    { ...row, state: 'open', assignedTo: null, assignedEnterprise: null },
    {
      command: 'raise',
      from: null,
      to: 'open',
      set: {},
      detail: { source: row.source },
      audited: { kind: row.kind, grade: row.grade, source: row.source },
      news: 'violation.raised',
    },
  );

/**
 * News of the open violation of a cause that was seen again, or null. The first repetition confirms it and is told; later
 * ones are only counted, so that a busy machine does not flood the event stream.
 */
export const seenAgain = (row: NewViolation, { id, isNew, occurrences }: RaisedCause): ViolationNews | null =>
  !isNew && occurrences === 1 + row.occurrences
    ? violationNews('violation.changed', { ...row, id, certainty: 'confirmed' })
    : null;
