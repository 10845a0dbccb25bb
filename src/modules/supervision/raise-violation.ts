import { Injectable } from '@nestjs/common';
import { causeKey, recordCause } from '../../domain/violations/cause-key';
import type { Finding } from '../../domain/violations/finding';
import { severityOf } from '../../domain/violations/grade';
import { kindOf } from '../../domain/violations/violation-kinds';
import type { Instant } from '../../kernel/time';
import { Journal } from '../../platform/audit/journal';
import type { Actor } from '../../platform/auth/caller';
import type { Tx } from '../../platform/database/unit-of-work';
import { Ids } from '../../platform/time/ids';
import { SubjectsView, type Whereabouts } from './subjects.view';
import { violationEvent } from './violation-event';
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
    private readonly journal: Journal,
    private readonly ids: Ids,
  ) {}

  async execute(tx: Tx, actor: Actor, finding: Finding, at: Instant): Promise<RaisedViolation> {
    const [raised] = await this.all(tx, actor, [finding], at);
    return raised!;
  }

  /** Many at once; the answers are in the order of the findings. */
  async all(tx: Tx, actor: Actor, findings: readonly Finding[], at: Instant): Promise<RaisedViolation[]> {
    if (findings.length === 0) return [];
    const whereabouts = await this.subjects.load(tx, findings);
    const rows = findings.map((finding, i) => this.toRow(finding, whereabouts[i]!, at));
    const perCause = mergeCauses(rows);
    const raised = new Map((await this.store.raise(tx, perCause, actor.userId, at)).map((row) => [row.cause, row]));
    await this.tell(tx, actor, perCause, raised, at);
    return rows.map((row) => raised.get(row.cause)!);
  }

  private toRow(finding: Finding, where: Whereabouts, at: Instant): NewViolation {
    const id = this.ids.next(at);
    const grade = finding.grade ?? kindOf(finding.kind).grade;
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
    };
  }

  private async tell(
    tx: Tx,
    actor: Actor,
    rows: readonly NewViolation[],
    raised: ReadonlyMap<string, RaisedRow>,
    at: Instant,
  ): Promise<void> {
    const fresh = rows.filter((row) => raised.get(row.cause)?.isNew);
    // the first repetition confirms; later ones are only counted, so that a busy machine does not flood the event stream
    const repeated = rows.filter((row) => raised.get(row.cause)?.occurrences === 1 + row.occurrences && !fresh.includes(row));
    if (fresh.length > 0)
      await this.store.addHistory(
        tx,
        fresh.map(({ id, source, evidence }) => ({
          violationId: id,
          command: 'raise',
          from: null,
          to: 'open' as const,
          byUser: actor.userId,
          byName: actor.name,
          detail: { source, ...evidence },
        })),
        at,
      );
    await this.journal.record(
      tx,
      actor,
      at,
      fresh.map((row) => ({
        action: 'violation.raise',
        entity: 'violation',
        entityId: row.id,
        regionCode: row.regionCode,
        after: { kind: row.kind, grade: row.grade, severity: row.severity, source: row.source, certainty: row.certainty },
      })),
      [
        ...fresh.map((row) => violationEvent('violation.raised', { ...row, state: 'open' })),
        ...repeated.map((row) =>
          violationEvent('violation.changed', { ...row, id: raised.get(row.cause)!.id, certainty: 'confirmed', state: null }),
        ),
      ],
    );
  }
}

/** What was looked up about a finding's subjects, where it is something. */
const found = ({ machineId, chipNo }: Whereabouts): { machineId?: string; chipNo?: string } => ({
  ...(machineId ? { machineId } : {}),
  ...(chipNo ? { chipNo } : {}),
});

/** Findings of one cause in one batch are one violation, seen several times. */
function mergeCauses(rows: readonly NewViolation[]): NewViolation[] {
  const merged = new Map<string, NewViolation>();
  for (const row of rows) {
    const known = merged.get(row.cause);
    merged.set(row.cause, known ? again(known, row) : row);
  }
  return [...merged.values()];
}

const again = (known: NewViolation, row: NewViolation): NewViolation => ({
  ...known,
  occurrences: known.occurrences + 1,
  certainty: 'confirmed',
  foundAt: Math.min(known.foundAt, row.foundAt),
  lastAt: Math.max(known.lastAt, row.lastAt),
});
