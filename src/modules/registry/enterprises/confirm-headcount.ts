import { Injectable } from '@nestjs/common';
import { notFound, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { Journal } from '../../../platform/audit/journal';
import type { Request } from '../../../platform/auth/request';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { registryEvent } from '../registry-event';
import type { ConfirmHeadcountRequest, EnterpriseView } from './enterprise.dto';
import { EnterpriseViews } from './enterprise.mapper';
import { EnterpriseStore } from './enterprise.store';

/** An official confirms how many people an enterprise has: in a small firm the head holds both seats of a permit. */
@Injectable()
export class ConfirmHeadcount {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly enterprises: EnterpriseStore,
    private readonly views: EnterpriseViews,
    private readonly journal: Journal,
  ) {}

  async execute(
    { caller, at }: Request,
    id: string,
    { headcount, note }: ConfirmHeadcountRequest,
  ): Promise<Result<EnterpriseView, Refusal>> {
    return this.uow.run(caller.scope, async (tx) => {
      const before = await this.enterprises.find(tx, id, 'for update');
      if (!before) return refused(notFound('enterprise.not-found'));
      const after = { ...before, headcount, headcountConfirmedAt: at, version: before.version + 1 };
      await this.enterprises.confirmHeadcount(tx, after, caller.userId);
      this.journal.record(
        tx,
        caller,
        at,
        [
          {
            action: 'enterprise.headcount-confirmed',
            entity: 'enterprise',
            entityId: id,
            regionCode: before.regionCode,
            before: { headcount: before.headcount },
            after: { headcount, note: note.trim() },
          },
        ],
        [registryEvent('enterprise', { ...after, enterpriseId: id })],
      );
      return ok(this.views.of(after));
    });
  }
}
