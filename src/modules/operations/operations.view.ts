import { DAY, type Instant } from '../../kernel/time';
import type { Tx } from '../../platform/database/unit-of-work';
import type { ChipCountView, MessagesView, PartitionView } from './operations.dto';

export type MessageCounts = Omit<MessagesView, 'oldestDueAt'> & { readonly oldestDueAt: Instant | null };

/** Messages by what became of them. As the system. */
export async function messageCounts(tx: Tx, at: Instant): Promise<MessageCounts> {
  const [row] = await tx.query<MessageCounts>(
    `select (count(*) filter (where state = 'queued'))::int as waiting, (count(*) filter (where state = 'failed'))::int as retrying,
       (count(*) filter (where state = 'dead'))::int as dead, min(next_try_at) filter (where state in ('queued', 'failed') and next_try_at <= $1) as "oldestDueAt"
     from messages where state in ('queued', 'failed', 'dead')`,
    [new Date(at)],
  );
  return row!;
}

/** The daily tables of the chips' data. */
export const partitions = (tx: Tx): Promise<PartitionView[]> =>
  tx.query<PartitionView>(
    `select p.relname as "table", count(*)::int as count, to_char(min(d.day), 'YYYY-MM-DD') as oldest, to_char(max(d.day), 'YYYY-MM-DD') as newest
     from pg_inherits i join pg_class c on c.oid = i.inhrelid join pg_class p on p.oid = i.inhparent,
       lateral (select to_date(right(c.relname, 8), 'YYYYMMDD') as day) d
     where p.relname in ('samples', 'chip_events', 'message_digests') and c.relname ~ '_[0-9]{8}$' group by p.relname order by p.relname`,
  );

/** Chips by where they stand; one that is blocked counts as that alone. As the system. */
export const chipCounts = (tx: Tx, at: Instant): Promise<ChipCountView[]> =>
  tx.query<ChipCountView>(
    `select s.state, count(*)::int as count
     from chips c left join chip_states h on h.chip_no = c.chip_no,
       lateral (select case
         when exists (select 1 from chip_blocks b where b.chip_no = c.chip_no and b.lifted_at is null) then 'blocked'
         when not exists (select 1 from chip_bindings b where b.chip_no = c.chip_no and b.unbound_at is null) then 'in-stock'
         when h.last_seen_at is null then 'never-heard'
         when h.last_seen_at < $1 then 'quiet' else 'heard' end as state) s
     group by s.state order by s.state`,
    [new Date(at - DAY)],
  );
