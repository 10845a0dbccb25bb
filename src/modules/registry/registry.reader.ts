import { Injectable } from '@nestjs/common';
import type { EnterpriseKind, EnterpriseStatus } from '../../domain/registry/enterprise';
import type { Industry } from '../../domain/registry/industry';
import type { Control, MachineStatus, Process } from '../../domain/registry/machine';
import type { WelderStatus } from '../../domain/registry/welder';
import type { Tx } from '../../platform/database/unit-of-work';

export interface EnterpriseFacts {
  readonly id: string;
  readonly name: string;
  readonly kind: EnterpriseKind;
  readonly industry: Industry;
  readonly regionCode: string;
  readonly status: EnterpriseStatus;
}

export interface WelderFacts {
  readonly id: string;
  readonly name: string;
  readonly code: string;
  readonly idNumberMasked: string;
  readonly phoneMasked: string;
  readonly regionCode: string;
  /** Null: self-employed. */
  readonly enterpriseId: string | null;
  readonly status: WelderStatus;
  /** `YYYY-MM-DD`, the last good day. */
  readonly trainingValidTo: string | null;
}

export interface MachineFacts {
  readonly id: string;
  readonly code: string;
  readonly serialNumber: string | null;
  readonly model: string;
  readonly process: Process;
  readonly control: Control;
  readonly automatic: boolean;
  readonly outlets: number;
  readonly enterpriseId: string | null;
  readonly ownerWelderId: string | null;
  readonly regionCode: string;
  /** `YYYY-MM-DD`, the last good day. */
  readonly inspectionDueOn: string | null;
  readonly status: MachineStatus;
  readonly chipNo: string | null;
}

const ENTERPRISE = `select id, name, kind, industry, region_code as "regionCode", status from enterprises`;

const WELDER = `select id, name, code, id_number_masked as "idNumberMasked", phone_masked as "phoneMasked",
  region_code as "regionCode", enterprise_id as "enterpriseId", status, training_valid_to::text as "trainingValidTo" from welders`;

const MACHINE = `select m.id, m.code, m.serial_number as "serialNumber", m.model, m.process, m.control, m.automatic, m.outlets,
  m.enterprise_id as "enterpriseId", m.owner_welder_id as "ownerWelderId", m.region_code as "regionCode",
  m.inspection_due_on::text as "inspectionDueOn", m.status, b.chip_no as "chipNo"
  from machines m left join chip_bindings b on b.machine_id = m.id and b.unbound_at is null`;

/** What later features may ask of the register. The transaction's scope decides what is there to be found. */
@Injectable()
export class RegistryReader {
  async enterpriseById(tx: Tx, id: string): Promise<EnterpriseFacts | null> {
    return (await tx.prepared<EnterpriseFacts>(`${ENTERPRISE} where id = $1`, [id]))[0] ?? null;
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

  async machineOfChip(tx: Tx, chipNo: string): Promise<MachineFacts | null> {
    return (await tx.query<MachineFacts>(`${MACHINE} where b.chip_no = $1`, [chipNo]))[0] ?? null;
  }

  /** The number of the chip a machine has now. */
  async boundChip(tx: Tx, machineId: string): Promise<string | null> {
    const [row] = await tx.query<{ chipNo: string }>(
      'select chip_no as "chipNo" from chip_bindings where machine_id = $1 and unbound_at is null',
      [machineId],
    );
    return row?.chipNo ?? null;
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
