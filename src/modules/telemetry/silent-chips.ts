import { Injectable } from '@nestjs/common';
import { longestSilenceMs } from '../../domain/jobs/chip-silence';
import type { Instant } from '../../kernel/time';
import type { Tx } from '../../platform/database/unit-of-work';
import { RulesReader } from '../rules/rules.reader';

/** A running job whose chip has not been heard of for too long. */
export interface SilentChip {
  readonly chipNo: string;
  readonly machineId: string;
  readonly jobId: string;
  readonly silentMs: number;
  /** It was told of already. */
  readonly told: boolean;
}

/** Silence while a job runs. Presence comes from messages: a chip may be connected and say nothing. */
@Injectable()
export class SilentChips {
  constructor(private readonly rules: RulesReader) {}

  /** Silent for the longest time a chip may be, or longer; counted from the job's start where that is later. */
  find(tx: Tx, at: Instant): Promise<SilentChip[]> {
    return tx.prepared<SilentChip>(
      `select s.chip_no as "chipNo", j.machine_id as "machineId", j.id as "jobId",
         extract(epoch from $1::timestamptz - h.heard_at)::float8 * 1000 as "silentMs", s.silent_since is not null as told
       from jobs j join chip_states s on s.chip_no = j.chip_no,
         lateral (select greatest(s.last_seen_at, j.running_at) as heard_at) h
       where j.state = 'running' and j.control <> 'code-only' and h.heard_at <= $2 order by s.chip_no`,
      [new Date(at), new Date(at - longestSilenceMs(this.rules.book(), at))],
    );
  }

  /** The next message clears the mark. Another process may have been faster: returns those that were not marked yet. */
  async mark(tx: Tx, chipNos: readonly string[], at: Instant): Promise<Set<string>> {
    const rows = await tx.prepared<{ chip_no: string }>(
      `update chip_states set silent_since = $2 where chip_no = any($1) and silent_since is null returning chip_no`,
      [chipNos, new Date(at)],
    );
    return new Set(rows.map(({ chip_no }) => chip_no));
  }
}
