import { Injectable } from '@nestjs/common';
import { Journal } from '../../../platform/audit/journal';
import type { Request } from '../../../platform/auth/request';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Ids } from '../../../platform/time/ids';
import { CodeRegistry } from '../code-registry';
import { Labels } from '../labels/labels';

/** Codes printed ahead on rolls (空码), to be bound to machines on site. */
@Injectable()
export class PrintBlankCodes {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly codes: CodeRegistry,
    private readonly labels: Labels,
    private readonly journal: Journal,
    private readonly ids: Ids,
  ) {}

  async execute({ caller, at }: Request, count: number): Promise<Buffer> {
    const codes = await this.uow.run(caller.scope, async (tx) => {
      const made = await this.codes.issueBlank(tx, count, at);
      this.journal.record(tx, caller, at, [
        { action: 'codes.printed', entity: 'code-roll', entityId: this.ids.next(at), after: { codes: made } },
      ]);
      return made;
    });
    return this.labels.sheet(codes.map((code) => ({ code, caption: '' })));
  }
}
