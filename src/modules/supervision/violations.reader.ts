import { Injectable } from '@nestjs/common';
import type { Grade, ViolationKind, ViolationState } from '../../domain/violations/violation-kinds';
import type { Tx } from '../../platform/database/unit-of-work';
import type { Instant } from '../../kernel/time';

export interface OpenViolation {
  readonly id: string;
  readonly kind: ViolationKind;
  readonly grade: Grade;
  readonly state: ViolationState;
  readonly regionCode: string;
  readonly foundAt: Instant;
}

const OPEN = (column: string): string =>
  `select id, kind, grade, state, region_code as "regionCode", found_at as "foundAt" from violations
   where ${column} = $1 and state not in ('closed', 'withdrawn') order by severity desc, id desc limit 20`;

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
