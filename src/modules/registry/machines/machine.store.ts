import { Injectable } from '@nestjs/common';
import type { Control, MachineStatus, Process } from '../../../domain/registry/machine';
import { parseCode } from '../../../domain/registry/code';
import { subtreeRange } from '../../../kernel/region-code';
import type { Instant } from '../../../kernel/time';
import { violatedConstraint } from '../../../platform/database/unique-violation';
import type { Tx } from '../../../platform/database/unit-of-work';
import type { MachineQuery } from './machine.dto';

export interface Machine {
  readonly id: string;
  readonly code: string;
  readonly serialNumber: string | null;
  readonly model: string;
  readonly process: Process;
  readonly control: Control;
  readonly automatic: boolean;
  readonly outlets: number;
  readonly ratedCurrentA: number | null;
  readonly enterpriseId: string | null;
  readonly enterpriseName: string | null;
  readonly ownerWelderId: string | null;
  readonly regionCode: string;
  readonly inspectionDueOn: string | null;
  readonly status: MachineStatus;
  /** The chip it has now. */
  readonly chipNo: string | null;
  /** Codes of what looked odd, but did not hold anybody up. */
  readonly warnings: readonly string[];
  /** Since when its facts are only claimed; null: somebody saw it. */
  readonly factsClaimedAt: Instant | null;
  readonly version: number;
  readonly createdAt: Instant;
}

/** Who saw the machine, and the photo of it; a fitting needs none. */
export interface FactsSeen {
  readonly by: string;
  readonly photoId: string | null;
  readonly at: Instant;
}

type Row = Omit<Machine, 'createdAt' | 'factsClaimedAt'> & {
  readonly createdAt: Instant;
  readonly factsClaimedAt: Instant | null;
};

const SELECT = `select m.id, m.code, m.serial_number as "serialNumber", m.model, m.process, m.control, m.automatic, m.outlets,
  m.rated_current_a as "ratedCurrentA", m.enterprise_id as "enterpriseId", e.name as "enterpriseName",
  m.owner_welder_id as "ownerWelderId", m.region_code as "regionCode", m.inspection_due_on::text as "inspectionDueOn", m.status,
  b.chip_no as "chipNo", m.warnings, m.facts_claimed_at as "factsClaimedAt", m.version, m.created_at as "createdAt"
  from machines m left join enterprises e on e.id = m.enterprise_id
  left join chip_bindings b on b.machine_id = m.id and b.unbound_at is null`;

const toMachine = (row: Row): Machine => ({
  ...row,
  createdAt: row.createdAt,
  factsClaimedAt: row.factsClaimedAt,
});

@Injectable()
export class MachineStore {
  async find(tx: Tx, id: string): Promise<Machine | null> {
    const [row] = await tx.query<Row>(`${SELECT} where m.id = $1`, [id]);
    return row ? toMachine(row) : null;
  }

  /** Locked until the transaction ends: its chip cannot be bound or taken off meanwhile. */
  async lock(tx: Tx, id: string): Promise<Machine | null> {
    const locked = await tx.query('select 1 from machines where id = $1 for update', [id]);
    return locked.length > 0 ? this.find(tx, id) : null; // a second look, because the chip may have changed while waiting
  }

  async findMany(tx: Tx, ids: readonly string[]): Promise<Machine[]> {
    const rows = await tx.query<Row>(`${SELECT} where m.id = any($1) order by array_position($1::text[], m.id)`, [ids]);
    return rows.map(toMachine);
  }

  /** Whom machines of this model and serial number belong to, however both were typed; an owner is an enterprise or a welder. */
  async bySerial(
    tx: Tx,
    { model, serialNumber }: Pick<Machine, 'model' | 'serialNumber'>,
  ): Promise<readonly { readonly id: string; readonly owner: string | null }[]> {
    return tx.query(
      `select id, coalesce(enterprise_id, owner_welder_id) as owner from machines
       where model_folded = folded($1) and serial_folded = folded($2) and status <> 'scrapped' order by id`,
      [model, serialNumber],
    );
  }

  async list(tx: Tx, query: MachineQuery): Promise<Machine[]> {
    const { q, regionCode, enterpriseId, status, factsConfirmed, limit, cursor } = query;
    const range = subtreeRange(regionCode ?? '');
    const rows = await tx.query<Row>(
      `${SELECT} where m.id < coalesce($1, 'Z') and m.region_code >= $2 and m.region_code < $3
         and ($4::text is null or m.enterprise_id = $4) and ($5::text is null or m.status = $5)
         and ($6::text is null or strpos(m.model_folded, folded($6)) > 0 or strpos(m.serial_folded, folded($6)) > 0 or m.code = $7)
         and ($9::boolean is null or (m.facts_claimed_at is null) = $9)
       order by m.id desc limit $8`,
      [
        cursor ?? null,
        range.from,
        range.to,
        enterpriseId ?? null,
        status ?? null,
        q ?? null,
        q === undefined ? null : parseCode(q),
        limit + 1,
        factsConfirmed ?? null,
      ],
    );
    return rows.map(toMachine);
  }

  /** False where a machine of this model and serial number, or with this code, is registered already. */
  async insert(tx: Tx, machine: Machine): Promise<boolean> {
    const rows = await tx.query(
      `insert into machines (id, serial_number, model, control, automatic, outlets, rated_current_a, enterprise_id, owner_welder_id,
         region_code, inspection_due_on, status, version, process, code, facts_claimed_at, created_at, warnings)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18) on conflict do nothing returning id`,
      [
        ...changeable(machine),
        machine.code,
        machine.factsClaimedAt === null ? null : new Date(machine.factsClaimedAt),
        new Date(machine.createdAt),
        machine.warnings,
      ],
    );
    return rows.length > 0;
  }

  /** Only what the caller took counts, so that nobody vouches with another's picture. */
  async hasPhoto(tx: Tx, photoId: string, userId: string): Promise<boolean> {
    return (await tx.query('select 1 from files where id = $1 and uploaded_by = $2', [photoId, userId])).length > 0;
  }

  /** Somebody stood before the machine: what is stored of it is no claim any more. */
  async confirmFacts(tx: Tx, id: string, { by, photoId, at }: FactsSeen): Promise<void> {
    await tx.query(
      `update machines set facts_claimed_at = null, facts_confirmed_at = $2, facts_confirmed_by = $3,
         facts_photo_id = coalesce($4, facts_photo_id) where id = $1`,
      [id, new Date(at), by, photoId],
    );
  }

  /** From when on it does not work, and from when on it does again; between two kinds of not working the first stands. */
  async noteService(tx: Tx, { id, status }: Machine, was: MachineStatus, at: Instant): Promise<void> {
    if (status === 'in-service')
      await tx.query('update machines set back_since = $2 where id = $1', [id, new Date(at)]);
    else if (was === 'in-service')
      await tx.query('update machines set out_since = $2, back_since = null where id = $1', [id, new Date(at)]);
  }

  /** False where another machine has this model and serial number. */
  async save(tx: Tx, machine: Machine): Promise<boolean> {
    try {
      await tx.query(
        `update machines set serial_number = $2, model = $3, control = $4, automatic = $5, outlets = $6, rated_current_a = $7,
           enterprise_id = $8, owner_welder_id = $9, region_code = $10, inspection_due_on = $11, status = $12, version = $13, process = $14 where id = $1`,
        changeable(machine),
      );
      return true;
    } catch (fault) {
      if (violatedConstraint(fault) === null) throw fault;
      return false;
    }
  }
}

const changeable = (m: Machine): unknown[] => [
  m.id,
  m.serialNumber,
  m.model,
  m.control,
  m.automatic,
  m.outlets,
  m.ratedCurrentA,
  m.enterpriseId,
  m.ownerWelderId,
  m.regionCode,
  m.inspectionDueOn,
  m.status,
  m.version,
  m.process,
];
