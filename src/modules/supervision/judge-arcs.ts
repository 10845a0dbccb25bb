import { Injectable } from '@nestjs/common';
import type { Arc } from '../../domain/arcs/arc';
import { isOffending, judgeArc, type Verdict } from '../../domain/arcs/judge-arc';
import type { Operation } from '../../domain/certificates/certificate';
import type { RuleBook } from '../../domain/rules/rule-book';
import type { Instant } from '../../kernel/time';
import type { Tx } from '../../platform/database/unit-of-work';
import { RulesReader } from '../rules/rules.reader';
import { ArcFactsView, type ArcSurroundings, type StoredVerdict } from './arc-facts.view';
import { ArcFindings, type Judgement } from './arc-findings';
import { VerdictStore } from './verdict.store';

/**
 * Judges a batch of arcs inside the transaction that stores them, so that an arc without a job is told of within the
 * second it began. Nothing is held for order: every message judges anew, and only a changed verdict is written.
 */
@Injectable()
export class JudgeArcs {
  constructor(
    private readonly rules: RulesReader,
    private readonly facts: ArcFactsView,
    private readonly verdicts: VerdictStore,
    private readonly findings: ArcFindings,
  ) {}

  async execute(tx: Tx, arcs: readonly Arc[], at: Instant): Promise<void> {
    if (arcs.length === 0) return;
    const book = this.rules.book();
    const leastGraceMs = book.value<number>('arc.grace-ms', {}, at);
    const marginMs = Math.max(leastGraceMs, ...arcs.map((arc) => arc.sampleMs));
    const around = await this.facts.load(tx, arcs, marginMs);
    const judgements = arcs.flatMap((arc) => {
      const facts = around.get(arc.id)!;
      const verdicts = judgeArc({ ...facts, arc, leastGraceMs, operation: operationFor(book, facts, arc.startedAt) });
      return verdicts.flatMap((verdict) => toJudgement(arc, verdict, facts));
    });
    if (judgements.length === 0) return;
    await this.verdicts.add(tx, judgements.map(toNewVerdict), at);
    await this.findings.apply(tx, judgements, at);
  }
}

/** Which operation covers which process is rule data; where no rule speaks, any certificate will do. */
function operationFor(book: RuleBook, { process, regionCode }: ArcSurroundings, at: Instant): Operation | null {
  const rule = book.find('certificate.operation-for-process', { regionCode }, at);
  const operations = (rule?.value ?? {}) as Readonly<Record<string, Operation>>;
  return (process && operations[process]) ?? null;
}

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

const toNewVerdict = ({ arc, verdict, before }: Judgement) => ({
  ...verdict,
  arcId: arc.id,
  version: (before?.version ?? 0) + 1,
});
