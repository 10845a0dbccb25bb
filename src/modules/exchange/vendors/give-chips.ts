import { Injectable } from '@nestjs/common';
import { conflict, notFound, wrongField, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { Journal } from '../../../platform/audit/journal';
import type { Request } from '../../../platform/auth/request';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { ExchangeChipRow } from '../../../schema/exchange/exchange-chip.row';
import { PartnerStore } from '../partners/partner.store';
import { VendorChipsReader } from './vendor-chips.reader';
import type { GivenChips } from './vendor.dto';

/** The administrator says which chips speak through which vendor's cloud. A chip of another vendor is refused. */
@Injectable()
export class GiveChips {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly partners: PartnerStore,
    private readonly chips: VendorChipsReader,
    private readonly journal: Journal,
  ) {}

  execute({ caller, at }: Request, id: string, chipNos: readonly string[]): Promise<Result<GivenChips, Refusal>> {
    return this.uow.attempt(caller.scope, async (tx): Promise<Result<GivenChips, Refusal>> => {
      const partner = await this.partners.find(tx, id);
      if (!partner) return refused(notFound('exchange.partner-not-found'));
      if (partner.kind !== 'vendor') return refused(conflict('exchange.not-a-vendor'));
      const [unknown] = await this.chips.unknown(tx, chipNos);
      if (unknown !== undefined) return refused(wrongField('chipNos', 'exchange.chip-unknown', { number: unknown }));
      let given = 0;
      for (const chipNo of chipNos) {
        const row = { chipNo, partnerId: id, givenBy: caller.userId, givenAt: at };
        if (await tx.rows(ExchangeChipRow).insertNew(row)) given += 1;
        else if (!(await tx.rows(ExchangeChipRow).existsBy({ chipNo, partnerId: id })))
          return refused(wrongField('chipNos', 'exchange.chip-of-another', { number: chipNo }));
      }
      const entry = { action: 'exchange.chips-given', entity: 'exchange-partner', entityId: id };
      this.journal.record(tx, caller, at, [{ ...entry, regionCode: partner.regionCode, after: { chipNos } }]);
      return ok({ given });
    });
  }
}
