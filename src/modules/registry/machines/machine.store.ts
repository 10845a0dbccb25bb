import { Injectable } from '@nestjs/common';
import type { Control, MachineStatus, Process } from '../../../domain/registry/machine';
import { parseCode } from '../../../domain/registry/code';
import type { Position } from '../../../kernel/geo';
import { subtreeRange } from '../../../kernel/region-code';
import type { Instant } from '../../../kernel/time';
import { columnsOf } from '../../../platform/database/columns';
import { valuesOf } from '../../../platform/database/rows';
import { violatedConstraint } from '../../../platform/database/unique-violation';
import type { Tx } from '../../../platform/database/unit-of-work';
import { MachineRow } from '../../../schema/registry/machine.row';
import type { MachineQuery } from './machine.dto';

/** What the form of a machine and the steps of its life change. */
const FORM = [
  'serialNumber', 'model', 'process', 'control', 'automatic', 'outlets', 'ratedCurrentA', 'enterpriseId', 'ownerWelderId',
  'regionCode', 'placeName', 'inspectionDueOn', 'status', 'version',
] as const; // prettier-ignore
const NAMES = ['id', 'code', ...FORM, 'lat', 'lng', 'warnings', 'factsClaimedAt', 'createdAt'] as const;

/** `warnings`: what looked odd, but held nobody up. `factsClaimedAt`: since when its facts are only claimed; null: somebody saw it. */
export interface Machine extends Readonly<Pick<MachineRow, (typeof NAMES)[number]>> {
  readonly process: Process;
  readonly control: Control;
  readonly status: MachineStatus;
  readonly enterpriseName: string | null;
  /** The chip it has now. */
  readonly chipNo: string | null;
}

/** Who saw the machine, and the photo of it; a fitting needs none. */
export interface FactsSeen {
  readonly by: string;
  readonly photoId: string | null;
  readonly at: Instant;
}

const SELECT = `select ${columnsOf(MachineRow, 'm', NAMES)}, e.name as "enterpriseName", b.chip_no as "chipNo"
  from machines m left join enterprises e on e.id = m.enterprise_id
  left join chip_bindings b on b.machine_id = m.id and b.unbound_at is null`;

@Injectable()
export class MachineStore {
  async find(tx: Tx, id: string): Promise<Machine | null> {
    return (await tx.query<Machine>(`${SELECT} where m.id = $1`, [id]))[0] ?? null;
  }

  /** Locked until the transaction ends: its chip cannot be bound or taken off meanwhile. */
  async lock(tx: Tx, id: string): Promise<Machine | null> {
    const locked = await tx.rows(MachineRow).findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
    return locked && this.find(tx, id); // a second look, because the chip may have changed while waiting
  }

  findMany(tx: Tx, ids: readonly string[]): Promise<Machine[]> {
    return tx.query<Machine>(`${SELECT} where m.id = any($1) order by array_position($1::text[], m.id)`, [ids]);
  }

  /** Whom machines of this model and serial number belong to, however both were typed; an owner is an enterprise or a welder. */
  bySerial(
    tx: Tx,
    { model, serialNumber }: Pick<Machine, 'model' | 'serialNumber'>,
  ): Promise<{ readonly id: string; readonly owner: string | null }[]> {
    return tx.query(
      `select id, coalesce(enterprise_id, owner_welder_id) as owner from machines
       where model_folded = folded($1) and serial_folded = folded($2) and status <> 'scrapped' order by id`,
      [model, serialNumber],
    );
  }

  list(tx: Tx, query: MachineQuery): Promise<Machine[]> {
    const { q, regionCode, enterpriseId, status, factsConfirmed, limit, cursor } = query;
    const range = subtreeRange(regionCode ?? '');
    return tx.query<Machine>(
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
  }

  /** False where a machine of this model and serial number, or with this code, is registered already. */
  insert(tx: Tx, machine: Machine): Promise<boolean> {
    return tx.rows(MachineRow).insertNew(machine);
  }

  /** Another sticker is stuck on it. */
  async putCode(tx: Tx, { id, code, version }: Pick<Machine, 'id' | 'code' | 'version'>): Promise<void> {
    await tx.rows(MachineRow).update({ id }, { code, version });
  }

  async putPlace(tx: Tx, id: string, place: Partial<Position & { readonly placeName: string }>): Promise<void> {
    await tx.rows(MachineRow).update({ id }, place);
  }

  /** It went to somebody else, and nobody has seen it there. */
  async clearPlace(tx: Tx, id: string): Promise<void> {
    await tx.rows(MachineRow).update({ id }, { lat: null, lng: null, placeName: null });
  }

  /** Throws where one of them is registered already: nothing of the list is kept then. */
  insertMany(tx: Tx, machines: readonly Machine[]): Promise<void> {
    return tx.rows(MachineRow).insert(machines.map((machine) => valuesOf(machine, NAMES)));
  }

  /** Somebody stood before the machine: what is stored of it is no claim any more. An earlier photo stays. */
  async confirmFacts(tx: Tx, id: string, { by, photoId, at }: FactsSeen): Promise<void> {
    const seen = { factsClaimedAt: null, factsConfirmedAt: at, factsConfirmedBy: by };
    await tx.rows(MachineRow).update({ id }, photoId === null ? seen : { ...seen, factsPhotoId: photoId });
  }

  /** From when on it does not work, and from when on it does again; between two kinds of not working the first stands. */
  async noteService(tx: Tx, { id, status }: Machine, was: MachineStatus, at: Instant): Promise<void> {
    const machines = tx.rows(MachineRow);
    if (status === 'in-service') await machines.update({ id }, { backSince: at });
    else if (was === 'in-service') await machines.update({ id }, { outSince: at, backSince: null });
  }

  /** False where another machine has this model and serial number. */
  async save(tx: Tx, machine: Machine): Promise<boolean> {
    try {
      await tx.rows(MachineRow).update({ id: machine.id }, valuesOf(machine, FORM));
      return true;
    } catch (fault) {
      if (violatedConstraint(fault) === null) throw fault;
      return false;
    }
  }
}
