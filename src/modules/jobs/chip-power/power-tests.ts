import { Injectable } from '@nestjs/common';
import { IsNull, MoreThan, MoreThanOrEqual } from 'typeorm';
import { TEST_IDLE_S, TEST_LASTS_MS } from '../../../domain/jobs/power-test';
import { SECOND, type Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';
import { Ids } from '../../../platform/time/ids';
import type { ChipCommandRow } from '../../../schema/jobs/chip-command.row';
import { PowerTestRow } from '../../../schema/jobs/power-test.row';
import { ChipCommandQueue } from '../chip-command-queue';
import { ChipDispatcher, pokeAfterCommit } from '../chip-dispatcher.port';
import { ChipLocks } from '../chip-locks';

export type PowerTest = Readonly<PowerTestRow>;
export type TestedChip = Pick<PowerTest, 'chipNo' | 'machineId' | 'regionCode' | 'byUser'> & { readonly boot: number };

/** What the chip answered: to the unlock (null: nothing yet) and to the lock. */
export interface TestAnswers {
  readonly unlock: Pick<ChipCommandRow, 'ok' | 'error' | 'answeredAt'> | null;
  readonly lock: Pick<ChipCommandRow, 'ok' | 'error' | 'answeredAt'> | null;
}

const ANSWER_WITHIN_MS = 10 * SECOND;

/**
 * Power without a job, for a technician's test. The token names the test where a job's would be, so that chip, arcs and the
 * lock at the end agree on what it was for.
 */
@Injectable()
export class PowerTests {
  constructor(
    private readonly commands: ChipCommandQueue,
    private readonly locks: ChipLocks,
    private readonly dispatcher: ChipDispatcher,
    private readonly ids: Ids,
  ) {}

  isOpen(tx: Tx, chipNo: string, at: Instant): Promise<boolean> {
    return tx.rows(PowerTestRow).existsBy({ chipNo, endedAt: IsNull(), untilAt: MoreThan(at) });
  }

  async countSince(tx: Tx, machineId: string, since: Instant): Promise<number> {
    return (await tx.rows(PowerTestRow).find({ where: { machineId, startedAt: MoreThanOrEqual(since) } })).length;
  }

  /** The latest of a chip on a machine since a moment. */
  async latest(
    tx: Tx,
    { chipNo, machineId }: Pick<PowerTest, 'chipNo' | 'machineId'>,
    since: Instant,
  ): Promise<PowerTest | null> {
    const where = { chipNo, machineId, startedAt: MoreThanOrEqual(since) };
    return tx.rows(PowerTestRow).findOne({ where, order: { startedAt: 'DESC' } });
  }

  async start(tx: Tx, { boot, ...chip }: TestedChip, at: Instant): Promise<PowerTest> {
    const test = { ...chip, id: this.ids.next(at), startedAt: at, untilAt: at + TEST_LASTS_MS, endedAt: null };
    await tx.rows(PowerTestRow).insert(test);
    const { id: jobId, chipNo } = test;
    const payload = { jobId, chipNo, boot, outlet: 1, workUntil: test.untilAt, idleLimitS: TEST_IDLE_S };
    const id = this.ids.next(at);
    await this.commands.enqueue(
      tx,
      [{ id, chipNo, kind: 'unlock', jobId, payload, expiresAt: at + ANSWER_WITHIN_MS }],
      at,
    );
    pokeAfterCommit(tx, this.dispatcher, [chipNo]);
    return test;
  }

  /** A second end changes nothing. */
  async end(tx: Tx, { id, chipNo }: Pick<PowerTest, 'id' | 'chipNo'>, at: Instant): Promise<void> {
    if ((await tx.rows(PowerTestRow).update({ id, endedAt: IsNull() }, { endedAt: at })) === 0) return;
    await this.locks.send(tx, [{ chipNo, jobId: id, reason: 'test-over' }], at);
  }

  async answers(tx: Tx, { id, chipNo }: Pick<PowerTest, 'id' | 'chipNo'>): Promise<TestAnswers> {
    const sent = await this.commands.ofJob(tx, chipNo, id);
    const answered = (kind: string): TestAnswers['lock'] => sent.find((one) => one.kind === kind) ?? null;
    return { unlock: answered('unlock'), lock: answered('lock') };
  }
}
