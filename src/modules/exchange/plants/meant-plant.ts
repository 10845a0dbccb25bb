import { Injectable } from '@nestjs/common';
import { regimesOf } from '../../../domain/permits/regimes-of-trade';
import { wrongField, type Refusal } from '../../../kernel/refusal';
import { isWithin } from '../../../kernel/region-code';
import { ok, refused, type Result } from '../../../kernel/result';
import type { Tx } from '../../../platform/database/unit-of-work';
import { enterpriseServed } from '../../identity/caller-of-user';
import { UsersReader } from '../../identity/users.reader';
import { RegistryReader } from '../../registry/registry.reader';
import type { PartnerRequest } from '../partners/partner.dto';

interface PlantMeant {
  readonly enterpriseId: string;
  readonly answersId: string;
}

/** The one enterprise that a plant's system speaks for, and the account there that answers for what it says. */
@Injectable()
export class MeantPlant {
  constructor(
    private readonly registry: RegistryReader,
    private readonly users: UsersReader,
  ) {}

  /** Null for platforms of other kinds. */
  async meant(
    tx: Tx,
    { kind, enterpriseId, answersId }: PartnerRequest,
    regionCode: string,
  ): Promise<Result<PlantMeant | null, Refusal>> {
    if (kind !== 'plant')
      return enterpriseId === undefined && answersId === undefined
        ? ok(null)
        : refused(wrongField('enterpriseId', 'exchange.only-plants'));
    if (enterpriseId === undefined) return refused(wrongField('enterpriseId', 'field.required'));
    if (answersId === undefined) return refused(wrongField('answersId', 'field.required'));
    const enterprise = await this.registry.enterpriseById(tx, enterpriseId);
    if (!enterprise || !isWithin(enterprise.regionCode, regionCode))
      return refused(wrongField('enterpriseId', 'exchange.enterprise-unknown'));
    if (!regimesOf(enterprise.industry).includes('chemical'))
      return refused(wrongField('enterpriseId', 'exchange.not-a-chemical-plant'));
    const user = await this.users.activeById(tx, answersId);
    return user && enterpriseServed(user) === enterpriseId
      ? ok({ enterpriseId, answersId })
      : refused(wrongField('answersId', 'exchange.answers-for-another'));
  }
}
