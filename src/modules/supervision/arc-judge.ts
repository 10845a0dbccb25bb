import { Injectable } from '@nestjs/common';
import type { Arc } from '../../domain/arcs/arc';
import { isOffending, type Verdict } from '../../domain/arcs/judge-arc';
import { judgeWithinBounds } from '../../domain/arcs/judge-within-bounds';
import { operationFor } from '../../domain/certificates/covers-process';
import { stopGraceMs } from '../../domain/jobs/job-limits';
import type { RuleBook } from '../../domain/rules/rule-book';
import type { Instant } from '../../kernel/time';
import type { Tx } from '../../platform/database/unit-of-work';
import { RulesReader } from '../rules/rules.reader';
import { ArcFactsView, type ArcSurroundings, type StoredVerdict } from './arc-facts.view';

/** A verdict that differs from the one in force, and that one. */
export interface Judgement {
  readonly arc: Arc;
  readonly verdict: Verdict;
  readonly before: StoredVerdict | null;
}

/** Judges arcs by what is known now and says which verdicts are new; writes nothing. */
@Injectable()
export class ArcJudge {
  constructor(
    private readonly rules: RulesReader,
    private readonly facts: ArcFactsView,
  ) {}

  async judge(tx: Tx, arcs: readonly Arc[], at: Instant): Promise<Judgement[]> {
    if (arcs.length === 0) return [];
    const book = this.rules.book();
    const grace = (arc: Arc): number => book.value<number>('arc.grace-ms', {}, rulesOf(book, arc, at));
    const marginMs = Math.max(...arcs.map((arc) => Math.max(grace(arc), arc.sampleMs)));
    const around = await this.facts.load(tx, arcs, marginMs);
    return arcs.flatMap((arc) => {
      const facts = around.get(arc.id)!;
      const operation = facts.process && operationFor(facts.process, book, arc.startedAt);
      const verdicts = judgeWithinBounds({
        ...facts,
        arc,
        leastGraceMs: grace(arc),
        stopGraceMs: stopGraceMs(book, facts.regionCode, rulesOf(book, arc, at)),
        operation,
      });
      return verdicts.flatMap((verdict) => toJudgement(arc, verdict, facts));
    });
  }
}

/** As it was when the arc burned; an arc that claims to be older than every rule is judged by the one in force now. */
const rulesOf = (book: RuleBook, { startedAt }: Arc, at: Instant): Instant =>
  book.find('arc.grace-ms', {}, startedAt) ? startedAt : at;

/** A verdict worth a row: the first one on the platform question, whatever offends, and whatever differs from before. */
function toJudgement(arc: Arc, verdict: Verdict, { verdicts }: ArcSurroundings): Judgement[] {
  const before = verdicts.find((one) => one.rule === verdict.rule) ?? null;
  const worthARow = before ? !same(before, verdict) : verdict.rule === 'platform' || isOffending(verdict.verdict);
  return worthARow ? [{ arc, verdict, before }] : [];
}

const same = (before: StoredVerdict, verdict: Verdict): boolean =>
  before.verdict === verdict.verdict &&
  before.jobId === verdict.jobId &&
  Object.keys({ ...before.detail, ...verdict.detail }).every((key) => before.detail[key] === verdict.detail[key]);
