import { Injectable } from '@nestjs/common';
import { hasRole } from '../../../domain/people/roles';
import { forbidden, notFound, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { Journal } from '../../../platform/audit/journal';
import type { Request } from '../../../platform/auth/request';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Ids } from '../../../platform/time/ids';
import { TipStore } from '../tip.store';
import { OpenedIdentities } from './opened-identity.view';
import { TipSealer, type ReporterIdentity } from './tip-sealer';

/** Shows who reported, to a tip officer of the place alone: not to the administrator. Each look is noted with its reason. */
@Injectable()
export class OpenIdentity {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly tips: TipStore,
    private readonly identities: OpenedIdentities,
    private readonly sealer: TipSealer,
    private readonly journal: Journal,
    private readonly ids: Ids,
  ) {}

  execute({ caller, at }: Request, id: string, reason: string): Promise<Result<ReporterIdentity, Refusal>> {
    return this.uow.attempt(caller.scope, async (tx) => {
      if (!hasRole(caller, 'tip-officer')) return refused(forbidden('tip.identity-officer-only'));
      const tip = await this.tips.find(tx, id);
      if (!tip) return refused(notFound('tip.not-found'));
      if (!tip.hasIdentity) return refused(notFound('tip.anonymous'));
      const sealed = await this.identities.open(tx, { tipId: id, lookId: this.ids.next(at), reason, at });
      if (sealed === null) return refused(forbidden('tip.identity-officer-only'));
      const entry = { action: 'tip.identity-read', entity: 'tip', entityId: id, regionCode: tip.regionCode };
      this.journal.record(tx, caller, at, [{ ...entry, after: { reason } }]);
      return ok(this.sealer.open(id, sealed));
    });
  }
}
