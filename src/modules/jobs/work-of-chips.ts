import { Injectable } from '@nestjs/common';
import { systemScope } from '../../platform/database/scope';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { ChipsAtWork } from '../registry/chips/chips-at-work.port';

/** Looks beyond the caller's region: a machine may work elsewhere. */
@Injectable()
export class WorkOfChips extends ChipsAtWork {
  constructor(private readonly uow: UnitOfWork) {
    super();
  }

  hasOpenJob(chipNo: string): Promise<boolean> {
    return this.uow.run(systemScope('chips-at-work'), async (tx) => {
      const rows = await tx.prepared(
        `select 1 from jobs where chip_no = $1 and state in ('reserved', 'running') limit 1`,
        [chipNo],
      );
      return rows.length > 0;
    });
  }
}
