import { Injectable } from '@nestjs/common';
import { REGIMES, type Regime } from '../../../domain/permits/permit';
import { regimesOf } from '../../../domain/permits/regimes-of-trade';
import { notFound, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import type { Caller } from '../../../platform/auth/caller';
import type { Request } from '../../../platform/auth/request';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { RegistryReader } from '../../registry/registry.reader';
import { RulesReader } from '../../rules/rules.reader';
import { permitForm } from './permit-form';
import type { PermitForms } from './permit-form.dto';

/** The forms somebody may fill in: what their trade is subject to, with the rules of their region. */
@Injectable()
export class DescribeForms {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly registry: RegistryReader,
    private readonly rules: RulesReader,
  ) {}

  async execute(
    { caller, language, at }: Request,
    enterpriseId: string | undefined,
  ): Promise<Result<PermitForms, Refusal>> {
    const asked = enterpriseId ?? caller.enterpriseId;
    const whose = asked === null ? ok(withoutEnterprise(caller)) : await this.ofEnterprise(caller, asked);
    if (!whose.ok) return whose;
    const { regimes, regionCode } = whose.value;
    const book = this.rules.book();
    return ok({ items: regimes.map((regime) => permitForm(book, { regime, regionCode }, language, at)) });
  }

  private async ofEnterprise(caller: Caller, id: string): Promise<Result<Whose, Refusal>> {
    // one's own enterprise is known to its welders too, whose scope ends at their own person
    const scope = id === caller.enterpriseId ? systemScope('own-enterprise') : caller.scope;
    const enterprise = await this.uow.run(scope, (tx) => this.registry.enterpriseById(tx, id));
    if (!enterprise) return refused(notFound('enterprise.not-found'));
    return ok({ regimes: regimesOf(enterprise.industry), regionCode: enterprise.regionCode });
  }
}

interface Whose {
  readonly regimes: readonly Regime[];
  readonly regionCode: string;
}

/** Officials look at all forms; a self-employed welder declares small jobs. */
const withoutEnterprise = ({ scope, regionCode }: Caller): Whose => ({
  regimes: scope.kind === 'region' ? REGIMES : ['small'],
  regionCode: regionCode ?? '',
});
