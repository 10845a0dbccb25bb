import { Injectable } from '@nestjs/common';
import type { ContractKind } from '../../domain/contracts/contract';
import type { Tx } from '../../platform/database/unit-of-work';
import { ContractRow } from '../../schema/contracts/contract.row';

export interface Contract extends Readonly<ContractRow> {
  readonly kind: ContractKind;
}

@Injectable()
export class ContractStore {
  insert(tx: Tx, contract: Contract): Promise<void> {
    return tx.rows(ContractRow).insert(contract);
  }

  async lock(tx: Tx, id: string): Promise<Contract | null> {
    const lock = { mode: 'pessimistic_write' } as const;
    return (await tx.rows(ContractRow).findOne({ where: { id }, lock })) as Contract | null;
  }

  async change(tx: Tx, id: string, changes: Partial<ContractRow>): Promise<void> {
    await tx.rows(ContractRow).update({ id }, changes);
  }
}
