import { Injectable } from '@nestjs/common';
import { notFound, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { Journal } from '../../../platform/audit/journal';
import type { Request } from '../../../platform/auth/request';
import { reaches } from '../../../platform/database/reaches';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { registryEvent } from '../registry-event';
import type { EmploymentClaimView } from './employment-claim.dto';
import { EmploymentClaimStore, type EmploymentClaim } from './employment-claim.store';
import { claimView } from './find-employment-claims';

/** The known person, their employer now or an official says whether they work for who claims so. */
@Injectable()
export class SettleEmploymentClaim {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly claims: EmploymentClaimStore,
    private readonly journal: Journal,
  ) {}

  confirm(request: Request, id: string): Promise<Result<EmploymentClaimView, Refusal>> {
    return this.settle(request, id, null);
  }

  refuse(request: Request, id: string, reason: string): Promise<Result<EmploymentClaimView, Refusal>> {
    return this.settle(request, id, reason.trim());
  }

  /** As the system, because claim and person belong to different sides; the caller must be able to read the person. */
  private settle(
    { caller, at }: Request,
    id: string,
    refusedFor: string | null,
  ): Promise<Result<EmploymentClaimView, Refusal>> {
    return this.uow.run(systemScope('settle-employment'), async (tx) => {
      const claim = await this.claims.lock(tx, id);
      if (claim === null || !reaches(caller.scope, personOf(claim))) return refused(notFound('employment.not-found'));
      await (refusedFor === null
        ? this.claims.confirm(tx, claim, caller.userId, at)
        : this.claims.refuse(tx, claim, caller.userId, at, refusedFor));
      const { welderId, enterpriseId, personEnterprise, personRegion: regionCode } = claim;
      this.journal.record(
        tx,
        caller,
        at,
        [
          {
            action: refusedFor === null ? 'employment.confirmed' : 'employment.refused',
            entity: 'welder',
            entityId: welderId,
            regionCode,
            before: { enterpriseId: personEnterprise },
            after: { claimId: id, enterpriseId, reason: refusedFor },
          },
        ],
        [
          registryEvent('welder', { id: welderId, regionCode, enterpriseId }),
          registryEvent('welder', { id, regionCode: claim.regionCode, enterpriseId }),
        ],
      );
      return ok(claimView(claim));
    });
  }
}

const personOf = ({ personRegion, personEnterprise, welderId }: EmploymentClaim) => ({
  regionCode: personRegion,
  enterpriseId: personEnterprise,
  welderId,
});
