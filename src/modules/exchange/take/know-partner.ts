import { Injectable } from '@nestjs/common';
import type { PartnerKind } from '../../../domain/exchange/exchange-kinds';
import { forbidden, unauthenticated, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import type { Instant } from '../../../kernel/time';
import { Sealer } from '../../../platform/database/sealer';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { PARTNER_SEAL, PartnerStore, type Partner } from '../partners/partner.store';
import { isSigned } from '../signature';
import type { SignedRequest } from './signed-request';

/** Which platform speaks. Whoever is unknown, stopped or signs wrongly hears the same. */
@Injectable()
export class KnowPartner {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly partners: PartnerStore,
    private readonly sealer: Sealer,
  ) {}

  async execute(request: SignedRequest, kinds: readonly PartnerKind[], at: Instant): Promise<Result<Partner, Refusal>> {
    const partner = await this.uow.run(systemScope('know-partner'), (tx) => this.partners.find(tx, request.partnerId));
    if (!partner || partner.stoppedAt !== null) return refused(unauthenticated('exchange.signature-wrong'));
    const secret = this.sealer.open(PARTNER_SEAL, partner.secretSealed);
    if (!isSigned(secret, at, request.signature, request)) return refused(unauthenticated('exchange.signature-wrong'));
    return kinds.includes(partner.kind) ? ok(partner) : refused(forbidden('exchange.not-of-this-kind'));
  }
}
