import { Injectable } from '@nestjs/common';
import { causeKey, recordCause } from '../../domain/violations/cause-key';
import { dueAfter, type DueDays } from '../../domain/violations/deadlines';
import type { Finding } from '../../domain/violations/finding';
import { severityOf } from '../../domain/violations/grade';
import { kindOf } from '../../domain/violations/violation-kinds';
import type { Instant } from '../../kernel/time';
import type { Actor } from '../../platform/auth/caller';
import type { Tx } from '../../platform/database/unit-of-work';
import { Ids } from '../../platform/time/ids';
import { RulesReader } from '../rules/rules.reader';
import { SubjectsView, type Whereabouts } from './subjects.view';
import { ViolationJournal } from './violation-journal';
import { ViolationStore, type NewViolation, type RaisedRow } from './violation.store';

/** What a finding came to. */
export interface RaisedViolation {
  readonly id: string;
  /** False: one more occurrence of a violation that is open already. */
  readonly isNew: boolean;
}

/** Turns findings into violations, once per cause: audit entry and event only for what is new. Runs inside the caller's transaction. */
@Injectable()
export class RaiseViolation {
  constructor(
    private readonly subjects: SubjectsView,
    private readonly store: ViolationStore,
    private readonly journal: ViolationJournal,
    private readonly rules: RulesReader,
    private readonly ids: Ids,
  ) {}

  async execute(tx: Tx, actor: Actor, finding: Finding, at: Instant): Promise<RaisedViolation> {
    const [raised] = await this.all(tx, actor, [finding], at);
    return raised!;
  }

  /** Many at once; the answers are in the order of the findings. */
  async all(tx: Tx, actor: Actor, findings: readonly Finding[], at: Instant): Promise<RaisedViolation[]> {
    const rows = await this.rowsOf(tx, findings, at);
    const raised = await this.save(tx, actor, rows, at);
    return rows.map((row) => raised.get(row.cause)!);
  }

  /**
   * For a detector that looks at the same things again and again: only findings of a moment that nothing of their cause has
   * been told of, so that what was closed or withdrawn does not come back by being looked at once more.
   */
  async unlessTold(tx: Tx, actor: Actor, findings: readonly Finding[], at: Instant): Promise<void> {
    const rows = await this.rowsOf(tx, findings, at);
    const told = await this.store.toldUntil(tx, rows.map(({ cause }) => cause)); // prettier-ignore
    const fresh = rows.filter((row) => row.foundAt > (told.get(row.cause) ?? -Infinity));
    await this.save(tx, actor, eachMomentOnce(fresh), at);
  }

  private async rowsOf(tx: Tx, findings: readonly Finding[], at: Instant): Promise<NewViolation[]> {
    if (findings.length === 0) return [];
    const whereabouts = await this.subjects.load(tx, findings);
    return findings.map((finding, i) => this.toRow(finding, whereabouts[i]!, at));
  }

  private toRow(finding: Finding, where: Whereabouts, at: Instant): NewViolation {
    const id = this.ids.next(at);
    const grade = finding.grade ?? kindOf(finding.kind).grade;
    const days = this.rules.book().value<DueDays>('supervision.due-days', { regionCode: where.regionCode }, at);
    return {
      id,
      kind: finding.kind,
      grade,
      severity: severityOf(finding.kind, grade, where.industry),
      certainty: finding.certainty,
      source: finding.source,
      cause: finding.source === 'detector' ? causeKey(finding.kind, { ...finding, ...found(where) }) : recordCause(id),
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
      dueAt: dueAfter(grade, days, at),
    };
  }

  private async save(
    tx: Tx,
    actor: Actor,
    rows: readonly NewViolation[],
    at: Instant,
  ): Promise<ReadonlyMap<string, RaisedRow>> {
    if (rows.length === 0) return new Map();
    const perCause = mergeCauses(rows);
    const raised = new Map((await this.store.raise(tx, perCause, actor.userId, at)).map((row) => [row.cause, row]));
    const fresh = perCause.filter((row) => raised.get(row.cause)?.isNew);
    this.journal.record(tx, actor, at, fresh.map(raiseStep)); // prettier-ignore
    // the first repetition confirms; later ones are only counted, so that a busy machine does not flood the event stream
    const again = perCause.filter(
      (row) => !fresh.includes(row) && raised.get(row.cause)?.occurrences === 1 + row.occurrences,
    );
    this.journal.seenAgain(tx, actor, at, again.map((row) => ({ ...row, id: raised.get(row.cause)!.id, certainty: 'confirmed' }))); // prettier-ignore
    return raised;
  }
}

const raiseStep = (row: NewViolation) => ({
  command: 'raise',
  after: { ...row, state: 'open' as const },
  from: null,
  detail: { source: row.source },
  audited: { kind: row.kind, grade: row.grade, source: row.source },
  news: 'violation.raised' as const,
});

/** What was looked up about a finding's subjects, where it is something. */
const found = ({ machineId, chipNo }: Whereabouts): { machineId?: string; chipNo?: string } => ({
  ...(machineId ? { machineId } : {}),
  ...(chipNo ? { chipNo } : {}),
});

/** Looking from two sides at one fault finds it twice, not two faults. */
const eachMomentOnce = (rows: readonly NewViolation[]): NewViolation[] => [
  ...new Map(rows.map((row) => [`${row.cause} ${row.foundAt}`, row])).values(),
];

/** Findings of one cause in one batch are one violation, seen several times. */
function mergeCauses(rows: readonly NewViolation[]): NewViolation[] {
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
