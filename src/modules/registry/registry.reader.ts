import { Injectable } from '@nestjs/common';
import type { EnterpriseKind, EnterpriseStatus } from '../../domain/registry/enterprise';
import type { Industry } from '../../domain/registry/industry';
import type { Control, MachineStatus, Process } from '../../domain/registry/machine';
import type { WelderStatus } from '../../domain/registry/welder';
import { columnsOf } from '../../platform/database/columns';
import type { Tx } from '../../platform/database/unit-of-work';
import { EnterpriseRow } from '../../schema/registry/enterprise.row';
import { MachineRow } from '../../schema/registry/machine.row';
import { WelderRow } from '../../schema/registry/welder.row';
import { userEnterpriseOf } from './machine-user';

const OF_ENTERPRISE = ['id', 'name', 'kind', 'industry', 'regionCode', 'status'] as const;

export interface EnterpriseFacts extends Readonly<Pick<EnterpriseRow, (typeof OF_ENTERPRISE)[number]>> {
  readonly kind: EnterpriseKind;
  readonly industry: Industry;
  readonly status: EnterpriseStatus;
}

const OF_WELDER = [
  'id', 'name', 'code', 'idNumberMasked', 'phoneMasked', 'regionCode', 'enterpriseId', 'status', 'trainingValidTo',
] as const; // prettier-ignore

/** `enterpriseId`: null where self-employed. `trainingValidTo`: the last good day. */
export interface WelderFacts extends Readonly<Pick<WelderRow, (typeof OF_WELDER)[number]>> {
  readonly status: WelderStatus;
}

const OF_MACHINE = [
  'id', 'code', 'serialNumber', 'model', 'process', 'control', 'automatic', 'outlets', 'enterpriseId', 'ownerWelderId',
  'regionCode', 'inspectionDueOn', 'status',
] as const; // prettier-ignore

/** `inspectionDueOn`: the last good day. */
export interface MachineFacts extends Readonly<Pick<MachineRow, (typeof OF_MACHINE)[number]>> {
  readonly process: Process;
  readonly control: Control;
  readonly status: MachineStatus;
  readonly chipNo: string | null;
}

const ENTERPRISE = `select ${columnsOf(EnterpriseRow, 'e', OF_ENTERPRISE)} from enterprises e`;
const WELDER = `select ${columnsOf(WelderRow, 'w', OF_WELDER)} from welders w`;
const MACHINE = `select ${columnsOf(MachineRow, 'm', OF_MACHINE)}, b.chip_no as "chipNo"
  from machines m left join chip_bindings b on b.machine_id = m.id and b.unbound_at is null`;

/** What later features may ask of the register. The transaction's scope decides what is there to be found. */
@Injectable()
export class RegistryReader {
  async enterpriseById(tx: Tx, id: string): Promise<EnterpriseFacts | null> {
    return (await tx.prepared<EnterpriseFacts>(`${ENTERPRISE} where id = $1`, [id]))[0] ?? null;
  }

  /** By the signs on its business licence, one firm or none. */
  async enterpriseByCreditCode(tx: Tx, uscc: string): Promise<EnterpriseFacts | null> {
    return (await tx.query<EnterpriseFacts>(`${ENTERPRISE} where uscc = $1 and status = 'active'`, [uscc]))[0] ?? null;
  }

  /** Those whose name holds these words. */
  enterprisesNamed(tx: Tx, words: string, most: number): Promise<EnterpriseFacts[]> {
    return tx.query<EnterpriseFacts>(
      `${ENTERPRISE} where position(lower($1) in lower(name)) > 0 and status = 'active' order by name limit $2`,
      [words, most],
    );
  }

  async welderById(tx: Tx, id: string): Promise<WelderFacts | null> {
    return (await this.weldersById(tx, [id]))[0] ?? null;
  }

  weldersById(tx: Tx, ids: readonly string[]): Promise<WelderFacts[]> {
    return tx.prepared<WelderFacts>(`${WELDER} where id = any($1)`, [ids]);
  }

  async welderByCode(tx: Tx, code: string): Promise<WelderFacts | null> {
    return (await tx.query<WelderFacts>(`${WELDER} where code = $1`, [code]))[0] ?? null;
  }

  async machineById(tx: Tx, id: string): Promise<MachineFacts | null> {
    return (await this.machinesById(tx, [id]))[0] ?? null;
  }

  machinesById(tx: Tx, ids: readonly string[]): Promise<MachineFacts[]> {
    return tx.prepared<MachineFacts>(`${MACHINE} where m.id = any($1)`, [ids]);
  }

  /** By its own code as `parseCode` gives it; what another system's code stands for is `CodeRegistry.resolve`'s to say. */
  async machineByCode(tx: Tx, code: string): Promise<MachineFacts | null> {
    return (await tx.query<MachineFacts>(`${MACHINE} where m.code = $1`, [code]))[0] ?? null;
  }

  /** The enterprise that answers for the use of a machine: the one that rented or borrowed it, else its owner. */
  async machineUser(tx: Tx, machineId: string): Promise<string | null> {
    const sql = `select ${userEnterpriseOf('m')} as id from machines m where m.id = $1`;
    return (await tx.query<{ id: string | null }>(sql, [machineId]))[0]?.id ?? null;
  }

  async machineOfChip(tx: Tx, chipNo: string): Promise<MachineFacts | null> {
    return (await tx.query<MachineFacts>(`${MACHINE} where b.chip_no = $1`, [chipNo]))[0] ?? null;
  }

  /** What enterprises, welders and machines are called, by id; for lists of other features. */
  async namesOf(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
    const rows = await tx.query<{ id: string; name: string }>(
      `select id, name from enterprises where id = any($1)
       union all select id, name from welders where id = any($1)
       union all select id, concat_ws(' ', model, serial_number) from machines where id = any($1)`,
      [ids],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
}
