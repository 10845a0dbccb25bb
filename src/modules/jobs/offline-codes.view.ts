import type { Control } from '../../domain/registry/machine';
import { columnsOf } from '../../platform/database/columns';
import type { Tx } from '../../platform/database/unit-of-work';
import { OfflineCodeRow } from '../../schema/jobs/offline-code.row';
import { CODE_COLUMNS, type OfflineCode } from './offline-code.store';

export interface ChipCounters {
  readonly secretSealed: string;
  /** The next counter the chip will take. */
  readonly expects: number;
  readonly highestIssued: number | null;
}

/** A code with the machine that it gives power to. */
export interface TypedCode extends OfflineCode {
  readonly control: Control;
  /** Whether the machine is known to weld by itself; what only its owner claims does not count. */
  readonly automatic: boolean;
}

/** Two who ask at once wait for each other here: one counter, one code. */
export async function lockCounters(tx: Tx, chipNo: string): Promise<ChipCounters> {
  await tx.query('select 1 from chips where chip_no = $1 for no key update', [chipNo]);
  const [row] = await tx.query<ChipCounters>(
    `select c.secret_sealed as "secretSealed", coalesce(s.hotp, 0) as expects,
       (select max(o.counter) from offline_codes o where o.chip_no = c.chip_no) as "highestIssued"
     from chips c left join chip_states s on s.chip_no = c.chip_no where c.chip_no = $1`,
    [chipNo],
  );
  if (!row) throw new Error('a bound chip is not registered');
  return row;
}

/** The code that was given out under this number and was not used yet. */
export async function unusedCode(tx: Tx, chipNo: string, counter: number): Promise<TypedCode | null> {
  const [code] = await tx.query<TypedCode>(
    `select ${columnsOf(OfflineCodeRow, 'o', CODE_COLUMNS)}, m.control, m.automatic and m.facts_claimed_at is null as automatic
     from offline_codes o join machines m on m.id = o.machine_id
     where o.chip_no = $1 and o.counter = $2 and o.used_at is null`,
    [chipNo, counter],
  );
  return code ?? null;
}
