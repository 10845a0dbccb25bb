import type { UrgentRule } from '../../../domain/permits/permit-rule-values';
import type { UnsignedUrgent } from '../../../domain/permits/urgent-closed';
import { DAY, type Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';
import type { StoredPermit } from '../stored-permit';

const SQL = `
  select p.number from permits p
  where p.enterprise_id = $1 and p.id <> $2 and p.countersign_overdue_at > $3 order by p.countersign_overdue_at`;

/** Urgent permits that an enterprise left unsigned lately. Under the system's scope. */
export async function unsignedUrgent(
  tx: Tx,
  { id, urgent, enterpriseId }: StoredPermit,
  rule: UrgentRule | null,
  at: Instant,
): Promise<UnsignedUrgent[]> {
  if (!urgent || enterpriseId === null || !rule?.closedBy) return [];
  const since = new Date(at - rule.closedBy.days * DAY);
  return tx.prepared<UnsignedUrgent>(SQL, [enterpriseId, id, since]);
}
