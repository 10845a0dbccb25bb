import { Injectable } from '@nestjs/common';
import type { Instant } from '../../kernel/time';
import type { Tx } from '../../platform/database/unit-of-work';
import { Ids } from '../../platform/time/ids';
import { ChipCommandQueue } from './chip-command-queue';
import { ChipDispatcher, pokeAfterCommit } from './chip-dispatcher.port';

export interface Lock {
  readonly chipNo: string;
  /** Null: the relay opens whatever runs. */
  readonly jobId: string | null;
  readonly reason: string;
}

export interface SeenOpen {
  readonly chipNo: string;
  readonly seenAt: Instant;
}

/** Taking power away, and not believing it until the relay was seen open. */
@Injectable()
export class ChipLocks {
  constructor(
    private readonly commands: ChipCommandQueue,
    private readonly dispatcher: ChipDispatcher,
    private readonly ids: Ids,
  ) {}

  async send(tx: Tx, locks: readonly Lock[], at: Instant): Promise<void> {
    await this.commands.enqueue(
      tx,
      locks.map(({ chipNo, jobId, reason }) => ({
        id: this.ids.next(at),
        chipNo,
        kind: 'lock',
        jobId,
        payload: { reason },
        expiresAt: null,
      })),
      at,
    );
    this.poke(tx, locks);
  }

  /** For chips that were just heard of: unanswered locks go out once more. */
  async repeat(tx: Tx, chipNos: readonly string[], at: Instant): Promise<void> {
    const rows = await tx.prepared<{ chipNo: string }>(
      `update chip_commands set next_at = $2
       where chip_no = any($1) and kind = 'lock' and answered_at is null and next_at = 'infinity' returning chip_no as "chipNo"`,
      [chipNos, new Date(at)],
    );
    this.poke(tx, rows);
  }

  /** Locks that were never answered are done once the relay was seen open after they went out. */
  settleSeenOpen(tx: Tx, seen: readonly SeenOpen[], at: Instant): void {
    if (seen.length === 0) return;
    tx.send(
      `update chip_commands c set answered_at = $2, next_at = null, ok = true
       from jsonb_to_recordset($1::jsonb) as o("chipNo" text, "seenAt" float8)
       where c.chip_no = o."chipNo" and c.kind = 'lock' and c.answered_at is null and c.next_at is not null
         and c.sent_at < to_timestamp(o."seenAt" / 1000)`,
      [JSON.stringify(seen), new Date(at)],
    );
  }

  /** Of these chips those to which no lock is on its way, and which no technician is testing. */
  async withoutLock(tx: Tx, chipNos: readonly string[], at: Instant): Promise<string[]> {
    const rows = await tx.prepared<{ chip_no: string }>(
      `select distinct c.chip_no from unnest($1::text[]) c(chip_no)
       where not exists (select 1 from chip_commands o
         where o.chip_no = c.chip_no and o.kind = 'lock' and o.answered_at is null and o.next_at is not null)
         and not exists (select 1 from power_tests t where t.chip_no = c.chip_no and t.ended_at is null and t.until_at > $2)`,
      [chipNos, new Date(at)],
    );
    return rows.map(({ chip_no }) => chip_no);
  }

  private poke(tx: Tx, chips: readonly { readonly chipNo: string }[]): void {
    pokeAfterCommit(
      tx,
      this.dispatcher,
      chips.map(({ chipNo }) => chipNo),
    );
  }
}
