import { Injectable } from '@nestjs/common';
import type { ChipObservation, DatedBoot } from '../../domain/arcs/arc';
import { observedEnding } from '../../domain/jobs/observed-ending';
import { SECOND, type Instant } from '../../kernel/time';
import { systemActor } from '../../platform/auth/caller';
import type { Tx } from '../../platform/database/unit-of-work';
import { ChipLocks } from './chip-locks';
import { JobArcs } from './job-arcs';
import { JobEnder, type Ending } from './job-ender';
import { JobStore, type Job } from './job.store';
import { OfflineJobs } from './offline-jobs';

const CHIP = systemActor('chip');

/** A relay reported closed longer ago may be open by now: a chip emptying its buffer speaks of the past. */
const NEWS_MS = 60 * SECOND;

/** What chips reported, as far as jobs have to act on it. Runs inside the ingest transaction, a batch at a time. */
@Injectable()
export class ObserveChips {
  constructor(
    private readonly jobs: JobStore,
    private readonly arcs: JobArcs,
    private readonly ender: JobEnder,
    private readonly offline: OfflineJobs,
    private readonly locks: ChipLocks,
  ) {}

  /** Returns what one-time codes told of boots whose time is not known. */
  async execute(tx: Tx, observations: readonly ChipObservation[], at: Instant): Promise<DatedBoot[]> {
    if (observations.length === 0) return [];
    const dated: DatedBoot[] = [];
    for (const seen of observations)
      for (const unlock of seen.offlineUnlocks) {
        const told = await this.offline.begin(tx, seen, unlock, at);
        if (told) dated.push(told);
      }
    const chipNos = [...new Set(observations.map(({ chipNo }) => chipNo))];
    const open = await this.jobs.lockOpenOfChips(tx, chipNos);
    this.arcs.addTime(tx, observations);
    if (open.length > 0) this.arcs.noteActivity(tx, observations);
    await this.ender.end(tx, endingsOf(open, observations), CHIP, at);
    await this.lookAfterRelays(tx, observations, new Set(open.map(({ chipNo }) => chipNo)), at);
    await this.locks.repeat(tx, chipNos, at);
    return dated;
  }

  /** Nothing burns any more for the jobs of these chips, as far as is known: from the last sight on they are idle. */
  arcsLost(tx: Tx, arcs: readonly { readonly chipNo: string; readonly lastSeenAt: Instant }[]): void {
    this.arcs.noteActivity(
      tx,
      arcs.map(({ chipNo, lastSeenAt }) => ({ chipNo, arcOn: false, lastArcAt: lastSeenAt })),
    );
  }

  /** An open relay settles old locks; power without a job, and no lock on its way, is taken away. */
  private async lookAfterRelays(
    tx: Tx,
    observations: readonly ChipObservation[],
    busy: ReadonlySet<string | null>,
    at: Instant,
  ): Promise<void> {
    const open = observations.filter(({ relay }) => relay === 'open');
    this.locks.settleSeenOpen(
      tx,
      open.map(({ chipNo, at: seenAt }) => ({ chipNo, seenAt })),
      at,
    );
    const closed = observations
      .filter((seen) => seen.relay === 'closed' && at - seen.at <= NEWS_MS && !busy.has(seen.chipNo))
      .map(({ chipNo }) => chipNo);
    if (closed.length === 0) return;
    const strays = await this.locks.withoutLock(tx, closed, at);
    await this.locks.send(
      tx,
      strays.map((chipNo) => ({ chipNo, jobId: null, reason: 'no-job' })),
      at,
    );
  }
}

function endingsOf(open: readonly Job[], observations: readonly ChipObservation[]): Ending[] {
  return open.flatMap((job) => {
    const own = observations.filter(({ chipNo }) => chipNo === job.chipNo);
    const [ending] = own.flatMap((seen): Ending[] => {
      // a chip that only senses has no relay of its own to tell of
      const reason = observedEnding(job, job.control === 'sense' ? { ...seen, relay: null } : seen);
      return reason ? [{ job, reason, note: reason === 'chip-opened' ? seen.relayCode : null }] : [];
    });
    return ending ? [ending] : [];
  });
}
