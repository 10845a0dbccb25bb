import { Injectable } from '@nestjs/common';
import type { DueDays } from '../../domain/violations/deadlines';
import type { Severities } from '../../domain/violations/grade';
import type { MajorHazardStandard } from '../../domain/violations/major-hazard';
import type { Finding } from '../../domain/violations/finding';
import {
  newViolation,
  notYetTold,
  oncePerCause,
  raise,
  seenAgain,
  type NewViolation,
  type RaisedCause,
} from '../../domain/violations/steps/raise';
import type { Instant } from '../../kernel/time';
import { Journal } from '../../platform/audit/journal';
import type { Actor } from '../../platform/auth/caller';
import type { Tx } from '../../platform/database/unit-of-work';
import { Ids } from '../../platform/time/ids';
import { RulesReader } from '../rules/rules.reader';
import { SaveStep } from './save-step';
import { SubjectsView } from './subjects.view';
import { ViolationStore } from './violation.store';

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
    private readonly saveStep: SaveStep,
    private readonly journal: Journal,
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

  /** For a detector that looks at the same things again and again. */
  async unlessTold(tx: Tx, actor: Actor, findings: readonly Finding[], at: Instant): Promise<void> {
    const rows = await this.rowsOf(tx, findings, at);
    const toldUntil = await this.store.toldUntil(tx, rows.map(({ cause }) => cause)); // prettier-ignore
    await this.save(tx, actor, notYetTold(rows, toldUntil), at);
  }

  private async rowsOf(tx: Tx, findings: readonly Finding[], at: Instant): Promise<NewViolation[]> {
    if (findings.length === 0) return [];
    const whereabouts = await this.subjects.load(tx, findings);
    return findings.map((finding, i) => {
      const where = whereabouts[i]!;
      const { regionCode } = where;
      const book = this.rules.book();
      const dueDays = book.value<DueDays>('supervision.due-days', { regionCode }, at);
      const severities = book.value<Severities>('supervision.severity', { regionCode }, at);
      const majorStandards = book.value<MajorHazardStandard[]>(
        'supervision.major-hazard-standards',
        {},
        lawOf(finding),
      );
      return newViolation(finding, where, { dueDays, severities, majorStandards }, this.ids.next(at), at);
    });
  }

  private async save(
    tx: Tx,
    actor: Actor,
    rows: readonly NewViolation[],
    at: Instant,
  ): Promise<ReadonlyMap<string, RaisedCause>> {
    if (rows.length === 0) return new Map();
    const perCause = oncePerCause(rows);
    const raised = new Map((await this.store.raise(tx, perCause, actor.userId, at)).map((row) => [row.cause, row]));
    const fresh = perCause.filter((row) => raised.get(row.cause)!.isNew);
    const taken = fresh.map((row) => ({ violation: row, step: raise(row) }));
    this.saveStep.recordSteps(tx, actor, at, taken);
    const again = perCause.flatMap((row) => seenAgain(row, raised.get(row.cause)!) ?? []);
    this.journal.record(tx, actor, at, [], again);
    return raised;
  }
}

/** The law in force when it was found; a chip's clock that stands at 1970 is answered by the beginning of all rules. */
const lawOf = ({ foundAt }: Finding): Instant => Math.max(foundAt, BEGINNING);
const BEGINNING = Date.parse('2000-01-01T00:00:00+08:00');
