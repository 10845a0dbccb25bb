import type { Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';

/** Permits under which work goes on and for which something comes due in a stretch of time. As the system. */
export const permitsDueSoon = (tx: Tx, from: Instant, to: Instant): Promise<{ id: string }[]> =>
  tx.query<{ id: string }>(
    `select d.permit_id as id from permit_deadlines d join permits p on p.id = d.permit_id
     where d.due_at > $1 and d.due_at <= $2 and p.state = 'active' and exists (select 1 from permit_gas_tests g where g.permit_id = p.id) order by d.due_at limit 200`,
    [new Date(from), new Date(to)],
  );
