import type { Permit } from '../../../domain/permits/permit';
import type { PermitRules } from '../../../domain/permits/permit-rules';
import { isSmallFirm } from '../../../domain/permits/small-firm';
import type { Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';

interface Row {
  readonly headcount: number | null;
  readonly confirmedAt: Instant | null;
  readonly known: number;
}

/** An account of a welder who works there is no second person. */
const SIZE = `
  select e.headcount, e.headcount_confirmed_at as "confirmedAt",
    (select count(*)::int from users u where u.enterprise_id = e.id and u.disabled_at is null and u.welder_id is null)
    + (select count(*)::int from welders w where w.enterprise_id = e.id) as known
  from enterprises e where e.id = $1`;

/** Whether the enterprise that asks is so small that its head holds both seats. Under the system's scope. */
export async function headHoldsBoth(
  tx: Tx,
  { enterpriseId }: Permit,
  { smallFirm }: PermitRules,
  at: Instant,
): Promise<boolean> {
  if (enterpriseId === null || smallFirm === null) return false;
  const [row] = await tx.prepared<Row>(SIZE, [enterpriseId]);
  return isSmallFirm(row ? { ...row, confirmedAt: row.confirmedAt } : null, smallFirm, at);
}
