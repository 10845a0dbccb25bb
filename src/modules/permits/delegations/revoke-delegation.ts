import { Injectable } from '@nestjs/common';
import { arrangesFor } from '../../../domain/permits/naming-deputies';
import { forbidden, notFound, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { Journal } from '../../../platform/audit/journal';
import type { Request } from '../../../platform/auth/request';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import type { DelegationView } from './delegation.dto';
import { DelegationStore } from './delegation.store';
import { lockDelegation } from './delegations.view';
import { delegationView } from './delegation.mapper';

/** Back earlier than planned. What was signed meanwhile stays signed; a second time changes nothing. */
@Injectable()
export class RevokeDelegation {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly delegations: DelegationStore,
    private readonly journal: Journal,
  ) {}

  async execute({ caller, at }: Request, id: string): Promise<Result<DelegationView, Refusal>> {
    return this.uow.run(caller.scope, async (tx) => {
      const delegation = await lockDelegation(tx, id);
      if (!delegation) return refused(notFound('delegation.not-found'));
      const { fromUserId, enterpriseId, regionCode } = delegation;
      if (!arrangesFor(caller, { userId: fromUserId, enterpriseId })) return refused(forbidden('delegation.not-yours'));
      if (delegation.revokedAt !== null) return ok(delegationView(delegation));
      await this.delegations.revoke(tx, id, at);
      this.journal.record(tx, caller, at, [
        { action: 'delegation.revoked', entity: 'delegation', entityId: id, regionCode, after: { revokedAt: at } },
      ]);
      return ok(delegationView({ ...delegation, revokedAt: at }));
    });
  }
}
