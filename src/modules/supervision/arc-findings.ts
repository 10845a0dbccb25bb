import { Injectable } from '@nestjs/common';
import type { Arc } from '../../domain/arcs/arc';
import { isOffending, type OffendingVerdict, type VerdictName } from '../../domain/arcs/judge-arc';
import type { Finding } from '../../domain/violations/finding';
import { clear, confirm, workedOnPaper } from '../../domain/violations/steps/new-evidence';
import type { ViolationCase } from '../../domain/violations/steps/violation-step';
import type { Instant } from '../../kernel/time';
import type { Tx } from '../../platform/database/unit-of-work';
import type { Judgement } from './arc-judge';
import { DETECTOR } from './detector-actor';
import { RaiseViolation } from './raise-violation';
import { SaveStep } from './save-step';
import { ViolationArcsStore } from './violation-arcs.store';

/** What changed verdicts mean for violations: raised, confirmed when the arc goes on, withdrawn when late data clears every arc of one. */
@Injectable()
export class ArcFindings {
  constructor(
    private readonly raise: RaiseViolation,
    private readonly arcs: ViolationArcsStore,
    private readonly saveStep: SaveStep,
  ) {}

  async apply(tx: Tx, judgements: readonly Judgement[], at: Instant): Promise<void> {
    await this.raiseNew(tx, judgements.filter(turnedOffending), at);
    await this.confirm(tx, judgements.filter(grewCertain), at);
    const fine = judgements.filter(turnedFine);
    await this.clear(tx, fine.filter((one) => !isOnPaper(one)), at); // prettier-ignore
    await this.clear(tx, fine.filter(isOnPaper), at);
  }

  private async raiseNew(tx: Tx, judgements: readonly Judgement[], at: Instant): Promise<void> {
    if (judgements.length === 0) return;
    const raised = await this.raise.all(tx, DETECTOR, judgements.map(toFinding), at);
    const links = judgements.map(({ arc }, i) => ({ violationId: raised[i]!.id, arcId: arc.id }));
    await this.arcs.link(tx, links, at);
  }

  private async confirm(tx: Tx, judgements: readonly Judgement[], at: Instant): Promise<void> {
    if (judgements.length === 0) return;
    const kinds = judgements.map(({ verdict }) => verdict.verdict);
    const confirmed = await this.arcs.confirm(tx, kinds, judgements.map(({ arc }) => arc.id)); // prettier-ignore
    const taken = confirmed.map((violation) => ({ violation, step: confirm(violation) }));
    this.saveStep.recordSteps(tx, DETECTOR, at, taken);
  }

  private async clear(tx: Tx, judgements: readonly Judgement[], at: Instant): Promise<void> {
    if (judgements.length === 0) return;
    const kinds = judgements.map(({ before }) => before!.verdict);
    const touched = await this.arcs.clear(tx, kinds, judgements.map(({ arc }) => arc.id), at); // prettier-ignore
    const groundless = touched.filter(({ standing }) => standing === 0);
    const jobIds = [...new Set(judgements.flatMap(({ verdict }) => verdict.jobId ?? []))];
    const papers = [...new Set(judgements.filter(isOnPaper).map(({ verdict }) => String(verdict.detail['paper'])))];
    const stepFor = (violation: ViolationCase) =>
      papers.length > 0 ? workedOnPaper(violation, papers) : clear(violation, jobIds);
    const taken = groundless.map((violation) => ({ violation, step: stepFor(violation) }));
    await this.saveStep.saveSteps(tx, DETECTOR, at, taken);
  }
}

const kindBefore = ({ before }: Judgement): OffendingVerdict | null => {
  const verdict = before?.verdict as VerdictName | undefined;
  return verdict && isOffending(verdict) ? verdict : null;
};

const isOnPaper = ({ verdict }: Judgement): boolean => verdict.verdict === 'paper';
const turnedOffending = (one: Judgement): boolean =>
  isOffending(one.verdict.verdict) && kindBefore(one) !== one.verdict.verdict;
const turnedFine = (one: Judgement): boolean => kindBefore(one) !== null && kindBefore(one) !== one.verdict.verdict;
const grewCertain = (one: Judgement): boolean =>
  kindBefore(one) === one.verdict.verdict && one.verdict.detail['sustained'] === true;

/** A permit's or a person's fault shows when the work is known; a spark without a job may yet be explained by late data. */
const toFinding = ({ arc, verdict }: Judgement): Finding => ({
  kind: verdict.verdict as OffendingVerdict,
  source: 'detector',
  certainty: verdict.detail['sustained'] ? 'confirmed' : 'provisional',
  machineId: arc.machineId,
  chipNo: arc.chipNo,
  welderId: verdict.welderId,
  permitId: verdict.permitId,
  jobId: verdict.jobId,
  arcId: arc.id,
  foundAt: arc.startedAt,
  evidence: { arcId: arc.id, ...beginningOf(arc), peakA: arc.peakA, ...verdict.detail },
});

const beginningOf = ({ startedAt, earliestAt }: Arc): Finding['evidence'] =>
  earliestAt === null
    ? { startedAt: new Date(startedAt).toISOString() }
    : { earliestAt: new Date(earliestAt).toISOString(), latestAt: new Date(startedAt).toISOString() };
