import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work';
import type { DecisionRow } from '../../../schema/jobs/decision.row';
import type { ReplayNames } from './replay.dto';

/** Names of what a decision was about; what the transaction's scope does not see stays without one. */
@Injectable()
export class ReplayNamesView {
  async of(
    tx: Tx,
    { machineId, welderId, permitId }: Readonly<Pick<DecisionRow, 'machineId' | 'welderId' | 'permitId'>>,
  ): Promise<ReplayNames> {
    const [names] = await tx.query<ReplayNames>(
      `select (select nullif(concat_ws(' ', m.model, m.serial_number), '') from machines m where m.id = $1) as machine,
         (select w.name from welders w where w.id = $2) as welder,
         (select p.code from permits p where p.id = $3) as permit`,
      [machineId, welderId, permitId],
    );
    return names ?? { machine: null, welder: null, permit: null };
  }
}
