import type { Instant } from '../../kernel/time';
import type { Certificate } from '../certificates/certificate';
import { claimHolds, claimOf } from '../certificates/scan-claim';
import { endOfArc, type Arc } from './arc';
import type { ArcFacts, CoveringJob, PaperWork, TestPower } from './arc-facts';

/** The three questions every arc is asked. Each has at most one verdict in force. */
export type ArcRule = 'platform' | 'certificate' | 'permit';

const OFFENDING_VERDICTS = [
  'off-platform', 'unregistered-machine', 'uncertified', 'no-permit', 'permit-overrun',
] as const; // prettier-ignore
export type OffendingVerdict = (typeof OFFENDING_VERDICTS)[number];
/**
 * `paper`: neither on the platform nor off it; the work was written on numbered paper while the platform was down.
 * `test`: struck for a technician who tests the chip.
 */
export type VerdictName =
  OffendingVerdict | 'on-platform' | 'paper' | 'test' | 'certified' | 'permitted' | 'not-judged';

export interface Verdict {
  readonly rule: ArcRule;
  readonly verdict: VerdictName;
  readonly jobId: string | null;
  readonly welderId: string | null;
  readonly permitId: string | null;
  /** Only what stays the same while the arc burns on, so that a verdict changes when the judgement does. */
  readonly detail: Readonly<Record<string, string | number | boolean>>;
}

/** Shorter arcs may be a spark of a loose lead; from 3 s on somebody was welding. */
export const SUSTAINED_MS = 3_000;

export const isOffending = (verdict: VerdictName): verdict is OffendingVerdict =>
  (OFFENDING_VERDICTS as readonly string[]).includes(verdict);

/**
 * Judges one arc by event time. Pure: the same arc, jobs, permits and certificates give the same verdicts, in whatever
 * order they came to be known. An open arc is judged up to where it was last seen, and again with every message.
 */
export function judgeArc(facts: ArcFacts): Verdict[] {
  if (facts.registration !== 'registered')
    return [offending(facts, 'platform', 'unregistered-machine', null, { reason: facts.registration }), ...notJudged];
  const chain = coveringChain(facts);
  const first = chain[0];
  const paper = paperOf(facts);
  if (!first && paper) return judgeOnPaper(facts, paper);
  const test = first ? null : testOf(facts);
  if (test) return [{ ...FINE, rule: 'platform', verdict: 'test', detail: { test: test.id } }, ...notJudged];
  if (!first) return [offending(facts, 'platform', 'off-platform', null, {}), ...notJudged];
  return [
    { ...FINE, rule: 'platform', verdict: 'on-platform', jobId: first.id },
    judgeCertificates(facts, chain),
    permitOrPaper(judgePermits(facts, chain), paper),
  ];
}

/** The test within which the whole arc burned; a test lasts minutes, so it covers a trial arc and no work. */
function testOf(facts: ArcFacts): TestPower | null {
  const grace = graceOf(facts);
  const { arc, tests = [] } = facts;
  const covers = ({ chipNo, from, to }: TestPower): boolean =>
    chipNo === arc.chipNo && from - grace <= arc.startedAt && endOfArc(arc) <= to + grace;
  return tests.find(covers) ?? null;
}

/** The paper under which the whole arc burned. An arc that goes on past its end is not covered. */
function paperOf(facts: ArcFacts): PaperWork | null {
  const grace = graceOf(facts);
  const { arc, papers = [] } = facts;
  return papers.find(({ from, to }) => from - grace <= arc.startedAt && endOfArc(arc) <= to + grace) ?? null;
}

const onPaper = (rule: ArcRule, { number }: PaperWork): Verdict => ({
  ...FINE,
  rule,
  verdict: 'paper',
  detail: { paper: number },
});

/** A paper permit of that time replaces the permit that the job lacked. */
const permitOrPaper = (permit: Verdict, paper: PaperWork | null): Verdict =>
  paper && isOffending(permit.verdict) ? onPaper('permit', paper) : permit;

/** Paper stands in for job and permit, never for a certificate. */
function judgeOnPaper(facts: ArcFacts, paper: PaperWork): Verdict[] {
  const { id, from, to, certificates } = paper;
  const asJob: CoveringJob = {
    ...{ id, from, to, certificates, outlet: facts.arc.outlet, state: 'finished', unlocked: null },
    ...{ welderId: '', endedByTime: false, authority: null },
  };
  const certificate = judgeCertificates(facts, [asJob]);
  const known = { jobId: null, welderId: null, detail: { ...certificate.detail, paper: paper.number } };
  return [onPaper('platform', paper), { ...certificate, ...known }, onPaper('permit', paper)];
}

/** The larger of the least grace and one sample interval: a sample cannot tell more exactly when an arc began or ended. */
const graceOf = ({ arc, leastGraceMs }: Pick<ArcFacts, 'arc' | 'leastGraceMs'>): number =>
  Math.max(leastGraceMs, arc.sampleMs);

/** What the platform itself allows is no offence: an arc that burned as the time ran out may burn on for a moment. */
const allowedPast = (facts: ArcFacts, limit: Instant): number =>
  graceOf(facts) + (facts.arc.startedAt <= limit ? facts.stopGraceMs : 0);

const FINE = { jobId: null, welderId: null, permitId: null, detail: {} } as const;
const notJudged: readonly Verdict[] = [
  { ...FINE, rule: 'certificate', verdict: 'not-judged' },
  { ...FINE, rule: 'permit', verdict: 'not-judged' },
];

function offending(
  { arc }: ArcFacts,
  rule: ArcRule,
  verdict: OffendingVerdict,
  job: CoveringJob | null,
  detail: Verdict['detail'],
): Verdict {
  const permitId = job?.authority?.kind === 'permit' ? job.authority.id : null;
  const sustained = endOfArc(arc) - arc.startedAt >= SUSTAINED_MS;
  return {
    rule,
    verdict,
    jobId: job?.id ?? null,
    welderId: job?.welderId ?? null,
    permitId,
    detail: { ...detail, sustained },
  };
}

/**
 * A job can cover an arc of its own outlet; one of another outlet only where the chip senses all torches as one and names
 * it. A failed job had no power as far as the platform knows; when the chip names it all the same, its token was good and
 * the answer was late.
 */
function mayCover({ arc, outletsApart }: ArcFacts, job: CoveringJob): boolean {
  if (!gavePowerTo(arc, job)) return false;
  const named = arc.claimedJobId === job.id;
  if (job.outlet === arc.outlet) return named || job.state !== 'failed';
  return named && !outletsApart && arc.outlet === 1;
}

/** The relay opens at each start, so a job never outlives the boot it was unlocked in, nor reaches back into one before. */
const gavePowerTo = (arc: Arc, { unlocked }: CoveringJob): boolean =>
  unlocked === null || unlocked.chipNo !== arc.chipNo || unlocked.boot === arc.boot;

/** The jobs under which the arc burned, one after the other: a handover keeps the power on, so an arc may cross it. Empty: none at its start. */
function coveringChain(facts: ArcFacts): CoveringJob[] {
  const { arc } = facts;
  const grace = graceOf(facts);
  const jobs = facts.jobs.filter((job) => mayCover(facts, job));
  const chain: CoveringJob[] = [];
  let reached = arc.startedAt;
  for (;;) {
    const next = jobs
      .filter((job) => !chain.includes(job) && job.from - grace <= reached && reached <= job.to + grace)
      .filter((job) => chain.length === 0 || job.to > reached)
      .sort(
        (a, b) => preference(arc, reached, b) - preference(arc, reached, a) || b.to - a.to || (a.id < b.id ? -1 : 1),
      )[0];
    if (!next) return chain;
    chain.push(next);
    reached = next.to;
    if (endOfArc(arc) <= reached) return chain;
  }
}

/** Around a handover two jobs are within the grace: the one really open at that moment first, then the one the chip named. */
const preference = (arc: Arc, at: Instant, job: CoveringJob): number =>
  (job.from <= at && at < job.to ? 2 : 0) + (arc.claimedJobId === job.id ? 1 : 0);

/** The part of the arc that one job answers for. */
const partOf = (arc: Arc, job: CoveringJob): { from: Instant; to: Instant } => ({
  from: Math.max(arc.startedAt, job.from),
  to: Math.min(endOfArc(arc), job.to),
});

function judgePermits(facts: ArcFacts, chain: readonly CoveringJob[]): Verdict {
  const grace = graceOf(facts);
  for (const job of chain) {
    const part = partOf(facts.arc, job);
    const { authority } = job;
    if (!authority) return offending(facts, 'permit', 'no-permit', job, { reason: 'none' });
    if (part.from + grace < authority.from)
      return offending(facts, 'permit', 'no-permit', job, { reason: 'before-start', from: authority.from });
    if (authority.to !== null && endOrNext(facts.arc, job, chain) > authority.to + allowedPast(facts, authority.to))
      return offending(facts, 'permit', 'permit-overrun', job, { limit: authority.kind, until: authority.to });
  }
  const last = chain[chain.length - 1]!;
  if (endOfArc(facts.arc) > last.to + (last.endedByTime ? allowedPast(facts, last.to) : grace))
    return offending(facts, 'permit', 'permit-overrun', last, { limit: 'job', until: last.to });
  return { ...FINE, rule: 'permit', verdict: 'permitted', jobId: chain[0]!.id };
}

/** The last job of a chain answers for all the arc that is left, the others until the next took over. */
const endOrNext = (arc: Arc, job: CoveringJob, chain: readonly CoveringJob[]): Instant =>
  job === chain[chain.length - 1] ? endOfArc(arc) : partOf(arc, job).to;

function judgeCertificates(facts: ArcFacts, chain: readonly CoveringJob[]): Verdict {
  const grace = graceOf(facts);
  for (const job of chain) {
    const part = partOf(facts.arc, job);
    const held = job.certificates.filter((one) => facts.operation === null || one.operations.includes(facts.operation));
    // within the grace before the part: a clock a little fast must not make an honest arc of the last second an offence
    const until = laterOf(
      heldUntil(held, part.from) ?? heldUntil(held, part.from - grace),
      instructed(job, part.from - grace),
    );
    if (until === null) return offending(facts, 'certificate', 'uncertified', job, { reason: whyNot(held) });
    const expires = until === job.instructedUntil || held.some(({ status }) => status === 'verified');
    if (endOrNext(facts.arc, job, chain) > until + (expires ? allowedPast(facts, until) : grace))
      return offending(facts, 'certificate', 'uncertified', job, { reason: 'lost-while-working', until });
  }
  return { ...FINE, rule: 'certificate', verdict: 'certified', jobId: chain[0]!.id };
}

/** A pupil is covered while the instructor's session lasts. */
const instructed = ({ instructedUntil = null }: CoveringJob, from: Instant): Instant | null =>
  instructedUntil !== null && from < instructedUntil ? instructedUntil : null;

const laterOf = (a: Instant | null, b: Instant | null): Instant | null =>
  a === null || b === null ? (a ?? b) : Math.max(a, b);

/** A forged card was never valid, at no moment of its printed time. */
function whyNot(held: readonly Certificate[]): string {
  if (held.length === 0) return 'none';
  return held.every(({ status }) => status === 'forged') ? 'forged' : 'not-valid';
}

/** How long somebody stays certified from a moment on, one certificate following another; null: not certified at that moment. */
function heldUntil(certificates: readonly Certificate[], from: Instant): Instant | null {
  let until: Instant | null = null;
  for (;;) {
    const at: Instant = until ?? from;
    const ends = certificates.flatMap((one) => validEnd(one, at) ?? []);
    if (ends.length === 0) return until;
    until = Math.max(...ends);
  }
}

/** When a certificate that holds at `at` stops to; null if it does not hold then. What was revoked later was valid before, and so was what a scan spoke for. */
function validEnd(certificate: Certificate, at: Instant): Instant | null {
  const { status, validFrom, validTo, revokedAt } = certificate;
  if (claimHolds(certificate, at)) return validFrom <= at ? claimOf(certificate)!.to : null;
  if (status !== 'verified' && !(status === 'revoked' && revokedAt !== null)) return null;
  const end = status === 'revoked' ? Math.min(validTo, revokedAt!) : validTo;
  return validFrom <= at && at < end ? end : null;
}
