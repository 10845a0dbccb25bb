import { Injectable } from '@nestjs/common';
import { longestSilenceMs } from '../../domain/jobs/chip-silence';
import type { Instant } from '../../kernel/time';
import type { Tx } from '../../platform/database/unit-of-work';
import type { ChipStateRow } from '../../schema/telemetry/chip-state.row';
import { RulesReader } from '../rules/rules.reader';
import { chipsSilentSince, type SilentChip } from './silent-chips.view';

/** Silence while a job runs. Presence comes from messages: a chip may be connected and say nothing. */
@Injectable()
export class SilentChips {
  constructor(private readonly rules: RulesReader) {}

  /** Silent for the longest time a chip may be, or longer. */
  find(tx: Tx, at: Instant): Promise<SilentChip[]> {
    return chipsSilentSince(tx, at, at - longestSilenceMs(this.rules.book(), at));
  }

  /** The next message clears the mark. Another process may have been faster: returns those that were not marked yet. */
  async mark(tx: Tx, chipNos: readonly string[], at: Instant): Promise<Set<string>> {
    const rows = await tx.prepared<Pick<ChipStateRow, 'chipNo'>>(
      `update chip_states set silent_since = $2 where chip_no = any($1) and silent_since is null returning chip_no as "chipNo"`,
      [chipNos, new Date(at)],
    );
    return new Set(rows.map(({ chipNo }) => chipNo));
  }
}
