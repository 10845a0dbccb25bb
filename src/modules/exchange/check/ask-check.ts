import { Injectable } from '@nestjs/common';
import { conflict, notFound, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { Journal } from '../../../platform/audit/journal';
import type { Request } from '../../../platform/auth/request';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { ExchangeLineRow } from '../../../schema/exchange/exchange-line.row';
import { FindPartners } from '../partners/find-partners';
import type { PartnerView } from '../partners/partner.dto';
import { PartnerStore } from '../partners/partner.store';

/** A person wants both sides compared before the night. */
@Injectable()
export class AskCheck {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly partners: PartnerStore,
    private readonly find: FindPartners,
    private readonly journal: Journal,
  ) {}

  execute({ caller, at }: Request, id: string): Promise<Result<PartnerView, Refusal>> {
    return this.uow.run(caller.scope, async (tx): Promise<Result<PartnerView, Refusal>> => {
      const partner = await this.partners.find(tx, id);
      if (!partner) return refused(notFound('exchange.partner-not-found'));
      if (partner.stoppedAt !== null) return refused(conflict('exchange.partner-stopped'));
      if (partner.baseUrl === null) return refused(conflict('exchange.partner-not-called'));
      await tx.rows(ExchangeLineRow).update({ partnerId: id }, { checkDueAt: at, pausedUntil: null });
      const entry = { action: 'exchange.check-asked', entity: 'exchange-partner', entityId: id };
      this.journal.record(tx, caller, at, [{ ...entry, regionCode: partner.regionCode }]);
      return ok(await this.find.shown(tx, partner));
    });
  }
}
