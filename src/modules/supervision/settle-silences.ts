import { Injectable } from '@nestjs/common';
import { longestSilenceMs } from '../../domain/jobs/chip-silence';
import { confirmSilence, fillSilence, silenceOutcome, type Silence } from '../../domain/violations/suspicions/silence';
import { MINUTE, type Instant } from '../../kernel/time';
import { epochMs } from '../../platform/database/epoch-ms';
import type { Tx } from '../../platform/database/unit-of-work';
import { RulesReader } from '../rules/rules.reader';
import { DETECTOR } from './detector-actor';
import { SaveStep, type TakenStep } from './save-step';
import { RECORD, type ViolationRecord } from './violation.store';

type SilentCase = ViolationRecord & Silence & { readonly jobEndedAt: Instant | null };

const BATCH = 100;

/** A chip keeps 72 h of messages at least; after ten days nothing more is expected. */
const WAITED_FOR = `interval '10 days'`;

/** When the chip was heard last, as the case says; one raised before this was kept says when it was raised. */
const HEARD_AT = `coalesce((v.evidence ->> 'heardAt')::float8, ${epochMs('v.raised_at')})`;

/**
 * Silences that nobody took in hand, with the moments that the chip's messages tell of. The samples of a silence that was
 * long are many: the first of each second is enough.
 */
const SQL = `
  select v.*, ${HEARD_AT} as "heardAt", ${epochMs('v.raised_at')} as "raisedAt", ${epochMs('j.ended_at')} as "jobEndedAt",
    array(select distinct floor(${epochMs('t.at')} / 1000) * 1000 as moment from (
        select s.at from samples s where s.chip_no = v.chip_no and not s.disputed and s.at > to_timestamp(${HEARD_AT} / 1000.0)
          and s.at <= least(j.ended_at, $1) + interval '10 minutes'
        union all
        select e.at from chip_events e where e.chip_no = v.chip_no and not e.disputed and e.at > to_timestamp(${HEARD_AT} / 1000.0)
          and e.at <= least(j.ended_at, $1) + interval '10 minutes'
        union all select c.last_seen_at where j.id is null) as t
      order by moment) as "toldOf"
  from violations v
  join chip_states c on c.chip_no = v.chip_no and c.last_seen_at > v.raised_at
  left join jobs j on j.id = v.job_id
  where v.kind = 'chip-silent' and v.state = 'open' and v.source = 'detector' and v.raised_at > $1::timestamptz - ${WAITED_FOR}
    and v.evidence ->> 'reason' = 'silent'
    and (v.certainty = 'provisional' or v.evidence ? 'silentMinutes')
  order by v.id limit ${BATCH} for update of v skip locked`;

/** The alert of a silent chip goes when what it kept came in; else it is certain, with its length. */
@Injectable()
export class SettleSilences {
  readonly name = 'settle-silences';

  constructor(
    private readonly rules: RulesReader,
    private readonly saveStep: SaveStep,
  ) {}

  async execute(tx: Tx, at: Instant): Promise<void> {
    const book = this.rules.book();
    const patience = book.value<number>('supervision.silence-patience-minutes', {}, at);
    const limits = { longestMs: longestSilenceMs(book, at), patienceMs: patience * MINUTE };
    const silent = await tx.query<SilentCase>(`select ${RECORD}, "heardAt", "raisedAt", "jobEndedAt", "toldOf" from (${SQL}) v`, [new Date(at)]); // prettier-ignore
    const taken = silent.flatMap((one): TakenStep[] => {
      const outcome = silenceOutcome(one, limits, at);
      if (outcome === 'filled') return [{ violation: one, step: fillSilence(one) }];
      if (outcome === null || one.certainty === 'confirmed') return [];
      return [{ violation: one, step: confirmSilence(one, outcome) }];
    });
    await this.saveStep.saveSteps(tx, DETECTOR, at, taken);
  }
}
