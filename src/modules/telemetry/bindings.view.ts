import type { Tx } from '../../platform/database/unit-of-work';
import { userEnterpriseOf } from '../registry/machine-user';
import type { Binding } from './known-chip';

interface BindingRow extends Binding {
  readonly chipNo: string;
}

/** The machines that chips sat on, the latest first. */
export async function bindingsOf(tx: Tx, chipNos: readonly string[]): Promise<Map<string, Binding[]>> {
  const rows = await tx.prepared<BindingRow>(
    `select b.chip_no as "chipNo", b.machine_id as "machineId", b.bound_at as "from", b.unbound_at as "to", m.region_code as "regionCode",
       ${userEnterpriseOf('m')} as "enterpriseId", m.rated_current_a as "ratedCurrentA"
     from chip_bindings b join machines m on m.id = b.machine_id where b.chip_no = any($1) order by b.bound_at desc`,
    [chipNos],
  );
  const byChip = new Map<string, Binding[]>();
  for (const { chipNo, ...binding } of rows) byChip.set(chipNo, [...(byChip.get(chipNo) ?? []), binding]);
  return byChip;
}
