import { Injectable } from '@nestjs/common';
import type { OutsideDoubt } from '../../../domain/permits/outside-doubt';
import type { Permit } from '../../../domain/permits/permit';
import { shanghaiDate, type Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';
import { ContractsReader } from '../../contracts/contracts.reader';

type Named = Pick<Permit, 'enterpriseId' | 'contractorId' | 'welderIds' | 'plannedStart'>;

/** Contractors and leased workers of a permit without a valid safety agreement on the day of the work. */
@Injectable()
export class OutsideDoubts {
  constructor(private readonly contracts: ContractsReader) {}

  async doubtsOf(tx: Tx, permit: Named, at: Instant): Promise<OutsideDoubt[]> {
    const parties = await this.contracts.outsideParties(tx, permit, shanghaiDate(Math.max(at, permit.plannedStart)));
    return parties.flatMap(({ standing, name, welderId }) =>
      standing === 'valid' ? [] : [{ standing, name, welderId }],
    );
  }
}
