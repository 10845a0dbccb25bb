import { Injectable } from '@nestjs/common';
import type { Instant } from '../../kernel/time';
import { epochMs } from '../../platform/database/epoch-ms';
import type { Tx } from '../../platform/database/unit-of-work';
import { columnsOf } from '../../platform/database/columns';
import { ChipCommandRow } from '../../schema/jobs/chip-command.row';
import { ANSWERED, LOCK_REPEATS_MS, type ChipCommand } from './chip-command';

const COLUMNS = `id, chip_no as "chipNo", kind, job_id as "jobId", payload, ${epochMs('expires_at')} as "expiresAt"`;
const UNEXPIRED = `(expires_at is null or expires_at > $1)`;

export type SentCommand = Pick<ChipCommandRow, 'kind' | 'ok' | 'error' | 'answeredAt'>;
export type AnsweredCommand = Pick<ChipCommand, 'id' | 'kind' | 'jobId' | 'expiresAt'> &
  Pick<ChipCommandRow, 'createdAt'>;

/** Commands to chips are rows: a broker's queue is no storage. `next_at` says when to send; infinity: at the next contact. */
@Injectable()
export class ChipCommandQueue {
  async enqueue(tx: Tx, commands: readonly ChipCommand[], at: Instant): Promise<void> {
    if (commands.length === 0) return;
    await tx.prepared(
      `insert into chip_commands (id, chip_no, kind, job_id, payload, created_at, expires_at, next_at)
       select c.id, c."chipNo", c.kind, c."jobId", c.payload, $2, to_timestamp(c."expiresAt" / 1000), $2
       from jsonb_to_recordset($1::jsonb) as c(id text, "chipNo" text, kind text, "jobId" text, payload jsonb, "expiresAt" float8)`,
      [JSON.stringify(commands), new Date(at)],
    );
  }

  /** What is to be sent now, oldest first; rows that another process is sending are left to it. */
  due(tx: Tx, at: Instant, limit: number): Promise<ChipCommand[]> {
    return tx.prepared<ChipCommand>(
      `select ${COLUMNS} from chip_commands
       where answered_at is null and next_at <= $1 and ${UNEXPIRED} order by id limit $2 for update skip locked`,
      [new Date(at), limit],
    );
  }

  /** After a birth: locks before anything else, then unlocks that have not expired, then the rest (docs/chip-protocol.md). */
  openFor(tx: Tx, chipNo: string, at: Instant): Promise<ChipCommand[]> {
    return tx.prepared<ChipCommand>(
      `select ${COLUMNS} from chip_commands
       where chip_no = $2 and answered_at is null and next_at is not null and ${UNEXPIRED}
       order by (kind = 'lock') desc, (kind = 'unlock') desc, id for update skip locked`,
      [new Date(at), chipNo],
    );
  }

  async markSent(tx: Tx, ids: readonly string[], at: Instant): Promise<void> {
    await tx.prepared(
      `update chip_commands set sent_at = $2::timestamptz, attempts = attempts + 1,
         answered_at = case when kind = any($3) then answered_at else $2 end,
         next_at = case when not kind = any($3) then null
           when kind = 'lock' then coalesce($2 + ($4::int[])[attempts + 1] * interval '1 millisecond', 'infinity') else 'infinity' end
       where id = any($1) and answered_at is null`,
      [ids, new Date(at), ANSWERED, LOCK_REPEATS_MS],
    );
  }

  /** Their chips cannot take them now: they go out at the next contact. */
  async postpone(tx: Tx, ids: readonly string[]): Promise<void> {
    await tx.prepared(
      `update chip_commands set next_at = 'infinity' where id = any($1) and answered_at is null and next_at is not null`,
      [ids],
    );
  }

  /** A command that may still be answered, also when it has expired. */
  async findUnanswered(tx: Tx, id: string, chipNo: string): Promise<AnsweredCommand | null> {
    const [command] = await tx.prepared<AnsweredCommand>(
      `select id, kind, job_id as "jobId", ${epochMs('expires_at')} as "expiresAt", ${epochMs('created_at')} as "createdAt"
       from chip_commands where id = $1 and chip_no = $2 and answered_at is null`,
      [id, chipNo],
    );
    return command ?? null;
  }

  /** What was sent for a job, or for a test in its place. */
  ofJob(tx: Tx, chipNo: string, jobId: string): Promise<SentCommand[]> {
    const names = ['kind', 'ok', 'error', 'answeredAt'] as const;
    return tx.prepared<SentCommand>(
      `select ${columnsOf(ChipCommandRow, 'c', names)} from chip_commands c where chip_no = $1 and job_id = $2 order by id`,
      [chipNo, jobId],
    );
  }

  /** Another command has taken its place. */
  async withdraw(tx: Tx, id: string, at: Instant): Promise<void> {
    await this.settle(tx, id, { ok: false, error: 'withdrawn' }, at);
  }

  async settle(
    tx: Tx,
    id: string,
    answer: { readonly ok: boolean; readonly error: string | null },
    at: Instant,
  ): Promise<void> {
    await tx.prepared(
      `update chip_commands set answered_at = $2, next_at = null, ok = $3, error = $4 where id = $1 and answered_at is null`,
      [id, new Date(at), answer.ok, answer.error],
    );
  }
}
