import type { Silence } from '../../domain/violations/suspicions/silence';
import type { Instant } from '../../kernel/time';
import { epochMs } from '../../platform/database/epoch-ms';
import type { Tx } from '../../platform/database/unit-of-work';
import { recordOf, type ViolationRecord } from './violation.store';

export type SilentCase = ViolationRecord & Silence & { readonly jobEndedAt: Instant | null };

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

/** Locked until the transaction ends; those in other hands are left for the next turn. */
export const lockSilentCases = (tx: Tx, at: Instant): Promise<SilentCase[]> =>
  tx.query<SilentCase>(`select ${recordOf('v')}, "heardAt", "raisedAt", "jobEndedAt", "toldOf" from (${SQL}) v`, [
    new Date(at),
  ]);
