import type { Instant } from '../../kernel/time';
import type { ArcFacts, CoveringJob } from './arc-facts';
import { isOffending, judgeArc, type Verdict } from './judge-arc';

/**
 * Judges an arc whose time may be known only within bounds. A job that was authorised after the latest possible moment
 * never covers it. The arc is not accused if any moment within the bounds makes it honest.
 */
export function judgeWithinBounds(facts: ArcFacts): Verdict[] {
  const aligned = { ...facts, jobs: facts.jobs.map((job) => alignJob(facts, job)) };
  const { arc } = facts;
  if (arc.earliestAt === null || provesContact(facts)) return judgeArc(aligned);
  const bounds = { earliestAt: arc.earliestAt, latestAt: arc.startedAt };
  const judged = possibleStarts(aligned, arc.earliestAt).map((start) => judgeArc(startingAt(aligned, start)));
  const [kindest] = judged.sort((a, b) => offences(a) - offences(b)) as [Verdict[]];
  return kindest.map((one) => (isOffending(one.verdict) ? { ...one, detail: { ...one.detail, ...bounds } } : one));
}

const offences = (verdicts: readonly Verdict[]): number =>
  verdicts.reduce((sum, { rule, verdict }) => sum + (isOffending(verdict) ? OFFENCE[rule] : 0), 0);

/** Work off the platform leaves nothing else to judge, so it weighs more than the other two together. */
const OFFENCE = { platform: 3, certificate: 1, permit: 1 } as const;

const sameBoot = ({ arc }: ArcFacts, { unlocked }: CoveringJob): boolean =>
  unlocked !== null && unlocked.chipNo === arc.chipNo && unlocked.boot === arc.boot;

/** A job that was unlocked online in the arc's boot: the chip was in contact, so receipt tells the time. */
const provesContact = (facts: ArcFacts): boolean =>
  facts.jobs.some((job) => sameBoot(facts, job) && job.unlocked?.up === null);

/** A one-time code was typed in the arc's own boot: `up` tells how far apart both are, whatever the clocks say. */
function alignJob(facts: ArcFacts, job: CoveringJob): CoveringJob {
  const up = job.unlocked?.up ?? null;
  if (up === null || !sameBoot(facts, job)) return job;
  const from = facts.arc.startedAt + (up - facts.arc.startUp);
  return { ...job, from, to: from + (job.to - job.from) };
}

/** The whole of what happened in the arc's boot, laid so that the arc begins at a moment. */
function startingAt(facts: ArcFacts, start: Instant): ArcFacts {
  const { arc } = facts;
  const by = start - arc.startedAt;
  return {
    ...facts,
    arc: {
      ...arc,
      startedAt: start,
      endedAt: arc.endedAt === null ? null : arc.endedAt + by,
      lastSeenAt: arc.lastSeenAt + by,
    },
    jobs: facts.jobs.map((job) => (sameBoot(facts, job) ? { ...job, from: job.from + by, to: job.to + by } : job)),
  };
}

/**
 * The moments that have to be tried. What an arc needs begins and ends somewhere; if it fits anywhere within the bounds, it
 * also fits where it just begins with one of them, or just ends with one. The latest comes first.
 */
function possibleStarts(facts: ArcFacts, earliest: Instant): Instant[] {
  const { startedAt, endedAt, lastSeenAt } = facts.arc;
  const length = Math.max(0, (endedAt ?? lastSeenAt) - startedAt);
  const edges = [
    ...facts.jobs.flatMap((job) => edgesOf(job, !sameBoot(facts, job))),
    ...(facts.papers ?? []).flatMap(({ from, to }) => [from, to]),
  ];
  const starts = edges.flatMap((edge) => [edge, edge - 1, edge - length, edge - length - 1]);
  const within = starts.filter((start) => earliest < start && start < startedAt);
  return [...new Set([startedAt, ...within.sort((a, b) => b - a), earliest])];
}

const edgesOf = ({ from, to, authority, certificates }: CoveringJob, ownTime: boolean): Instant[] => [
  ...(ownTime ? [from, to] : []),
  ...(authority ? [authority.from, authority.to ?? authority.from] : []),
  ...certificates.flatMap(({ validFrom, validTo, revokedAt, scannedAt, scanUntil }) => [
    ...[validFrom, validTo, revokedAt ?? validTo],
    ...[scannedAt ?? validFrom, scanUntil ?? validTo],
  ]),
];
