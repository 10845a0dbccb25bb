import { Injectable } from '@nestjs/common';
import type { Request } from '../../../platform/auth/request';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import type { EmploymentClaimList, EmploymentClaimView } from './employment-claim.dto';
import { EmploymentClaimStore, type EmploymentClaim } from './employment-claim.store';
import { isoTime } from '../../../kernel/time';

/** Claims on persons whom the caller may read: the person, their employer now, their officials. Never on the claiming side. */
@Injectable()
export class FindEmploymentClaims {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly claims: EmploymentClaimStore,
  ) {}

  async execute({ caller }: Request): Promise<EmploymentClaimList> {
    const claimed = await this.uow.run(systemScope('employment-claims'), (tx) => this.claims.everyClaimed(tx));
    const readable = await this.uow.run(caller.scope, (tx) => this.claims.claimedPeople(tx, claimed));
    const open = await this.uow.run(systemScope('employment-claims'), (tx) => this.claims.openFor(tx, readable));
    return { items: open.map(claimView) };
  }
}

export const claimView = (claim: EmploymentClaim): EmploymentClaimView => ({
  id: claim.id,
  welderId: claim.welderId,
  name: claim.name,
  enterpriseId: claim.enterpriseId,
  enterpriseName: claim.enterpriseName,
  regionCode: claim.regionCode,
  askedAt: isoTime(claim.askedAt),
});
