import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { Instant } from '../../../kernel/time';
import { columnsOf } from '../../../platform/database/columns';
import type { Tx } from '../../../platform/database/unit-of-work';
import { ChipBindingRow } from '../../../schema/registry/chip-binding.row';
import { ChipRow } from '../../../schema/registry/chip.row';
import type { ChipQuery } from './chip.dto';

export type NewChip = Readonly<Pick<ChipRow, 'chipNo' | 'secretSealed' | 'model' | 'batch'>>;

const LISTED = ['chipNo', 'model', 'batch', 'blocked', 'importedAt'] as const;

export interface ListedChip extends Readonly<Pick<ChipRow, (typeof LISTED)[number]>> {
  readonly machineId: string | null;
  readonly machineName: string | null;
  readonly boundAt: Instant | null;
}

export type OpenBinding = Readonly<Pick<ChipBindingRow, 'chipNo' | 'machineId'>>;

@Injectable()
export class ChipStore {
  /** The numbers that are new. */
  async insert(tx: Tx, chips: readonly NewChip[], at: Instant): Promise<Set<string>> {
    const rows = await tx.query<{ chipNo: string }>(
      `insert into chips (chip_no, secret_sealed, model, batch, imported_at)
       select c.*, $5 from unnest($1::text[], $2::text[], $3::text[], $4::text[]) c
       on conflict do nothing returning chip_no as "chipNo"`,
      [
        chips.map(({ chipNo }) => chipNo),
        chips.map(({ secretSealed }) => secretSealed),
        chips.map(({ model }) => model),
        chips.map(({ batch }) => batch),
        new Date(at),
      ],
    );
    return new Set(rows.map(({ chipNo }) => chipNo));
  }

  find(tx: Tx, chipNo: string): Promise<Pick<ChipRow, 'blocked'> | null> {
    return tx.rows(ChipRow).findOne({ where: { chipNo } });
  }

  /** Chips in stock, and those on machines the scope sees; by number, because a delivery is numbered on. */
  async list(tx: Tx, { q, bound, limit, cursor }: ChipQuery): Promise<ListedChip[]> {
    return tx.query<ListedChip>(
      `select ${columnsOf(ChipRow, 'c', LISTED)}, ${columnsOf(ChipBindingRow, 'b', ['machineId', 'boundAt'])},
         concat_ws(' ', m.model, m.serial_number) as "machineName"
       from chips c left join chip_bindings b on b.chip_no = c.chip_no and b.unbound_at is null
       left join machines m on m.id = b.machine_id
       where (b.id is null or m.id is not null) and ($1::text is null or c.chip_no < $1)
         and ($2::text is null or strpos(c.chip_no, upper($2)) > 0 or c.batch = $2)
         and ($3::boolean is null or (b.id is not null) = $3)
       order by c.chip_no desc limit $4`,
      [cursor ?? null, q ?? null, bound === undefined ? null : bound === 'true', limit + 1],
    );
  }

  /** False where the chip has a machine already, or the machine a chip: the partial unique indexes decide. */
  bind(tx: Tx, id: string, binding: OpenBinding, at: Instant): Promise<boolean> {
    return tx.rows(ChipBindingRow).insertNew({ ...binding, id, boundAt: at });
  }

  isBound(tx: Tx, chipNo: string): Promise<boolean> {
    return tx.rows(ChipBindingRow).existsBy({ chipNo, unboundAt: IsNull() });
  }

  /** The number of the chip that was taken off, null where there was none. */
  async unbind(tx: Tx, machineId: string, at: Instant): Promise<string | null> {
    const [row] = await tx.query<{ chipNo: string }>(
      `update chip_bindings set unbound_at = greatest($2, bound_at) where machine_id = $1 and unbound_at is null
       returning chip_no as "chipNo"`,
      [machineId, new Date(at)],
    );
    return row?.chipNo ?? null;
  }
}
