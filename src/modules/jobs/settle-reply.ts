import { Injectable } from '@nestjs/common';
import { SECOND, type Instant } from '../../kernel/time';
import { systemActor } from '../../platform/auth/caller';
import type { Tx } from '../../platform/database/unit-of-work';
import { Metrics } from '../../platform/observability/metrics';
import type { CommandKind } from './chip-command';
import { ChipCommandQueue, type AnsweredCommand } from './chip-command-queue';
import { ChipLocks } from './chip-locks';
import { JobEnder } from './job-ender';
import { JobJournal } from './job-journal';
import { JobStore, type Job } from './job.store';

export interface ChipReply {
  readonly chipNo: string;
  readonly boot: number;
  readonly commandId: string;
  readonly ok: boolean;
  readonly error: string | null;
  readonly relay: 'open' | 'closed' | null;
}

const CHIP = systemActor('chip');
const UNLOCK_SECONDS = [0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30] as const;

/** What a chip's answer means: power came, power was refused, or power is off for good. */
@Injectable()
export class SettleReply {
  private readonly unlocked;

  constructor(
    private readonly jobs: JobStore,
    private readonly ender: JobEnder,
    private readonly commands: ChipCommandQueue,
    private readonly locks: ChipLocks,
    private readonly journal: JobJournal,
    metrics: Metrics,
  ) {
    this.unlocked = metrics.histogram(
      { name: 'hanan_unlock_seconds', help: 'From the start of a job to the answer of its chip that power is on' },
      UNLOCK_SECONDS,
    );
  }

  /** What it answers. An answer to a command that is unknown, another chip's or answered before changes nothing: null. */
  async execute(tx: Tx, reply: ChipReply, at: Instant): Promise<CommandKind | null> {
    const command = await this.commands.findUnanswered(tx, reply.commandId, reply.chipNo);
    if (!command) return null;
    if (command.kind === 'unlock') await this.settleUnlock(tx, command, reply, at);
    else if (command.kind === 'lock') await this.settleLock(tx, command, reply, at);
    else await this.commands.settle(tx, command.id, reply, at);
    return command.kind;
  }

  private async settleUnlock(tx: Tx, command: AnsweredCommand, reply: ChipReply, at: Instant): Promise<void> {
    const [job] = command.jobId === null ? [] : await this.jobs.lock(tx, [command.jobId]);
    await this.commands.settle(tx, command.id, reply, at);
    if (!job) return;
    if (!reply.ok) return this.ender.end(tx, [{ job, reason: 'unlock-refused', note: reply.error }], CHIP, at);
    const inTime = command.expiresAt === null || at < command.expiresAt;
    if (inTime) this.unlocked.observe((at - command.createdAt) / SECOND);
    if (inTime && job.boot === reply.boot) await this.powerCame(tx, job, at);
    else await this.powerCameTooLate(tx, job, reply.chipNo, at);
  }

  private async powerCame(tx: Tx, job: Job, at: Instant): Promise<void> {
    if (job.state === 'running') return;
    if (job.state !== 'reserved') return this.powerCameTooLate(tx, job, job.chipNo!, at);
    this.jobs.run(tx, job.id, at);
    const entry = { action: 'job.run', entityId: job.id, regionCode: job.regionCode, after: { state: 'running' } };
    await this.journal.record(tx, CHIP, at, [entry], 'job.started');
  }

  /** Power for a job that is over, or that was unlocked in another boot, is taken away again. */
  private async powerCameTooLate(tx: Tx, job: Job, chipNo: string, at: Instant): Promise<void> {
    if (job.state === 'reserved') return this.ender.end(tx, [{ job, reason: 'no-answer' }], CHIP, at);
    if (job.state !== 'running') await this.locks.send(tx, [{ chipNo, jobId: job.id, reason: 'late-answer' }], at);
  }

  /**
   * A machine is free only when its relay was seen open. A job's lock that left it closed met another job; where none is
   * open the relay is opened whatever the chip believes to run.
   */
  private async settleLock(tx: Tx, command: AnsweredCommand, reply: ChipReply, at: Instant): Promise<void> {
    if (reply.relay === 'open') return this.commands.settle(tx, command.id, reply, at);
    if (command.jobId === null || !reply.ok) return; // repeated until it works
    await this.commands.settle(tx, command.id, reply, at);
    const open = await this.jobs.lockOpenOfChips(tx, [reply.chipNo]);
    if (open.length === 0)
      await this.locks.send(tx, [{ chipNo: reply.chipNo, jobId: null, reason: 'relay-still-closed' }], at);
  }
}
