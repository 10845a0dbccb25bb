import { Injectable } from '@nestjs/common';
import { readCreditCode } from '../../domain/registry/numbers/credit-code';
import { notFound, wrongField, type Refusal } from '../../kernel/refusal';
import { ok, refused, type Result } from '../../kernel/result';
import { systemScope } from '../../platform/database/scope';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { RegionsReader } from '../regions/regions.reader';
import { RegistryReader } from '../registry/registry.reader';
import type { OwnerElsewhere } from './collection-view.dto';

/** Nearer than the county an owner's seat is nobody's business here. */
const COUNTY_DIGITS = 6;

/**
 * An owner who is registered elsewhere, by the whole number on the business licence in the collector's hand. Under the
 * system's scope, because the collector sees no list of another region; the answer is a name and a county.
 */
@Injectable()
export class FindOwner {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly registry: RegistryReader,
    private readonly regions: RegionsReader,
  ) {}

  async byCreditCode(typed: string): Promise<Result<OwnerElsewhere, Refusal>> {
    const uscc = readCreditCode(typed);
    if (!uscc.ok) return refused(wrongField('uscc', uscc.refusal));
    return this.uow.run(systemScope('find-owner'), async (tx): Promise<Result<OwnerElsewhere, Refusal>> => {
      const firm = await this.registry.enterpriseByCreditCode(tx, uscc.value);
      if (!firm) return refused(notFound('collection.owner-unknown'));
      const county = firm.regionCode.slice(0, COUNTY_DIGITS);
      const regionName = (await this.regions.namesOf(tx, [county])).get(county) ?? county;
      return ok({ id: firm.id, name: firm.name, regionName });
    });
  }
}
