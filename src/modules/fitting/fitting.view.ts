import { Injectable } from '@nestjs/common';
import type { Control } from '../../domain/registry/machine';
import type { Instant } from '../../kernel/time';
import { columnsOf } from '../../platform/database/columns';
import type { Tx } from '../../platform/database/unit-of-work';
import { FittingRow } from '../../schema/fitting/fitting.row';
import type { ChipBindingRow } from '../../schema/registry/chip-binding.row';
import type { ChipStateRow } from '../../schema/telemetry/chip-state.row';
import type { FittingQuery } from './fitting.dto';
import type { Fitting } from './fitting.store';

const NAMES = [
  'id', 'machineId', 'chipNo', 'regionCode', 'byUser', 'state', 'startedAt', 'endedAt', 'replacedChipNo', 'replaceReason',
  'relayOk', 'arcOk', 'withoutTest', 'photoId', 'note', 'lat', 'lng',
] as const; // prettier-ignore

export interface ShownFitting extends Fitting {
  readonly machineName: string;
  readonly machineCode: string;
  readonly control: Control;
  readonly byName: string | null;
}

/** What is known of a chip while somebody stands before it. */
export type ChipAtHand = Pick<ChipStateRow, 'boot' | 'lastSeenAt' | 'tamper' | 'relay'>;

export type Stay = Pick<ChipBindingRow, 'machineId' | 'boundAt' | 'unboundAt'> & {
  readonly machineName: string | null;
};

const SELECT = `select ${columnsOf(FittingRow, 'f', NAMES)}, concat_ws(' ', m.model, m.serial_number) as "machineName",
    m.code as "machineCode", m.control, u.name as "byName"
  from fittings f join machines m on m.id = f.machine_id left join users u on u.id = f.by_user`;

/** Fittings as people read them, and what the chip shows meanwhile. */
@Injectable()
export class FittingViews {
  async find(tx: Tx, id: string): Promise<ShownFitting | null> {
    return (await tx.query<ShownFitting>(`${SELECT} where f.id = $1`, [id]))[0] ?? null;
  }

  list(tx: Tx, { state, machineId, chipNo, limit, cursor }: FittingQuery): Promise<ShownFitting[]> {
    return tx.query<ShownFitting>(
      `${SELECT} where f.id < coalesce($1, 'Z') and ($2::text is null or f.state = $2)
         and ($3::text is null or f.machine_id = $3) and ($4::text is null or f.chip_no = $4)
       order by f.id desc limit $5`,
      [cursor ?? null, state ?? null, machineId ?? null, chipNo ?? null, limit + 1],
    );
  }

  async chip(tx: Tx, chipNo: string): Promise<ChipAtHand | null> {
    const [chip] = await tx.query<ChipAtHand>(
      'select boot, last_seen_at as "lastSeenAt", tamper, relay from chip_states where chip_no = $1',
      [chipNo],
    );
    return chip ?? null;
  }

  /** Of these chips those in stock, and those on machines that the scope sees. */
  async reaches(tx: Tx, chipNos: readonly string[]): Promise<Set<string>> {
    const rows = await tx.query<Pick<FittingRow, 'chipNo'>>(
      `select c.chip_no as "chipNo" from chips c
       left join chip_bindings b on b.chip_no = c.chip_no and b.unbound_at is null left join machines m on m.id = b.machine_id
       where c.chip_no = any($1) and (b.id is null or m.id is not null)`,
      [chipNos],
    );
    return new Set(rows.map(({ chipNo }) => chipNo));
  }

  async isBlocked(tx: Tx, chipNo: string): Promise<boolean> {
    return (await tx.query('select 1 from chips where chip_no = $1 and blocked', [chipNo])).length > 0;
  }

  /** Whether the chip sensed an arc in a time, on this machine. */
  async sawArc(tx: Tx, { chipNo, machineId }: Fitting, from: Instant, to: Instant): Promise<boolean> {
    const arcs = await tx.query(
      `select 1 from arcs where chip_no = $1 and machine_id = $2 and started_at between $3 and $4 limit 1`,
      [chipNo, machineId, new Date(from), new Date(to)],
    );
    return arcs.length > 0;
  }

  /** Where a chip was fitted, the last first; a machine that the reader does not see has no name. */
  stays(tx: Tx, chipNo: string): Promise<Stay[]> {
    return tx.query<Stay>(
      `select b.machine_id as "machineId", b.bound_at as "boundAt", b.unbound_at as "unboundAt",
         case when m.id is not null then concat_ws(' ', m.model, m.serial_number) end as "machineName"
       from chip_bindings b left join machines m on m.id = b.machine_id
       where b.chip_no = $1 order by b.bound_at desc limit 50`,
      [chipNo],
    );
  }
}
