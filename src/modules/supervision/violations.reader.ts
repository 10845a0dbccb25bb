import { Injectable } from '@nestjs/common';
import type { Grade, ViolationKind, ViolationState } from '../../domain/violations/violation-kinds';
import { columnsOf } from '../../platform/database/columns';
import type { Tx } from '../../platform/database/unit-of-work';
import { ViolationRow } from '../../schema/supervision/violation.row';
import { isOpenSql } from './open-cases.sql';

const NAMES = ['id', 'kind', 'grade', 'state', 'regionCode', 'foundAt'] as const;

export interface OpenViolation extends Readonly<Pick<ViolationRow, (typeof NAMES)[number]>> {
  readonly kind: ViolationKind;
  readonly grade: Grade;
  readonly state: ViolationState;
}

const OPEN = (column: string): string =>
  `select ${columnsOf(ViolationRow, 'v', NAMES)} from violations v
   where v.${column} = $1 and ${isOpenSql('v.state')} order by v.severity desc, v.id desc limit 20`;

/** What later features may ask about violations. The transaction's scope decides what is there to be found. */
@Injectable()
export class ViolationsReader {
  openOfMachine(tx: Tx, machineId: string): Promise<OpenViolation[]> {
    return tx.query<OpenViolation>(OPEN('machine_id'), [machineId]);
  }

  openOfWelder(tx: Tx, welderId: string): Promise<OpenViolation[]> {
    return tx.query<OpenViolation>(OPEN('welder_id'), [welderId]);
  }

  openOfEnterprise(tx: Tx, enterpriseId: string): Promise<OpenViolation[]> {
    return tx.query<OpenViolation>(OPEN('enterprise_id'), [enterpriseId]);
  }
}
