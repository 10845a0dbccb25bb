import { Injectable } from '@nestjs/common';
import { REGIMES, type Regime } from '../../../domain/permits/permit';
import type { PlaceRule } from '../../../domain/permits/place-rule';
import { atLeastAsStrict, regimesOf } from '../../../domain/permits/regimes-of-trade';
import { notFound, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import type { Caller } from '../../../platform/auth/caller';
import type { Request } from '../../../platform/auth/request';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import type { Instant } from '../../../kernel/time';
import { PlaceRules } from '../../sites/place-rules';
import { RegistryReader } from '../../registry/registry.reader';
import { RulesReader } from '../../rules/rules.reader';
import { permitForm } from './permit-form';
import type { FormPlace, PermitFormQuery } from './form-place.dto';
import type { PermitForms } from './permit-form.dto';

/** The forms somebody may fill in: what their trade and the place are subject to, with the rules of their region. */
@Injectable()
export class DescribeForms {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly registry: RegistryReader,
    private readonly rules: RulesReader,
    private readonly places: PlaceRules,
  ) {}

  async execute({ caller, language, at }: Request, query: PermitFormQuery): Promise<Result<PermitForms, Refusal>> {
    const asked = query.enterpriseId ?? caller.enterpriseId;
    const whose = asked === null ? ok(withoutEnterprise(caller)) : await this.ofEnterprise(caller, asked);
    if (!whose.ok) return whose;
    const { regimes, regionCode } = whose.value;
    const place = await this.ruleAt(query, caller, asked, at);
    const offered = place ? offeredAt(place, caller, asked) : regimes;
    const book = this.rules.book();
    return ok({
      items: offered.map((regime) => permitForm(book, { regime, regionCode }, language, at)),
      place: place && formPlace(place),
    });
  }

  /** Null where no place was named. */
  private async ruleAt(
    { lat, lng, radiusM = USUAL_RADIUS_M }: PermitFormQuery,
    { welderId }: Caller,
    enterpriseId: string | null,
    at: Instant,
  ): Promise<PlaceRule | null> {
    if (lat === undefined || lng === undefined) return null;
    const work = {
      circle: { lat, lng, radiusM },
      time: { from: at, to: at },
      enterpriseId,
      occupierEnterpriseId: null,
      // a welder who fills in for themselves is the one who will work
      welderIds: welderId === null ? [] : [welderId],
    };
    return this.uow.run(systemScope('permit-forms'), (tx) => this.places.ruleAt(tx, work));
  }

  private async ofEnterprise(caller: Caller, id: string): Promise<Result<Whose, Refusal>> {
    const scope = (await this.isEmployedBy(caller, id)) ? systemScope('own-enterprise') : caller.scope;
    const enterprise = await this.uow.run(scope, (tx) => this.registry.enterpriseById(tx, id));
    if (!enterprise) return refused(notFound('enterprise.not-found'));
    return ok({ regimes: regimesOf(enterprise.industry), regionCode: enterprise.regionCode });
  }

  /** One's own enterprise is known to its welders too, whose scope ends at their own person. */
  private async isEmployedBy({ enterpriseId, welderId }: Caller, id: string): Promise<boolean> {
    if (enterpriseId !== null || welderId === null) return enterpriseId === id;
    const welder = await this.uow.run(systemScope('own-enterprise'), (tx) => this.registry.welderById(tx, welderId));
    return welder?.enterpriseId === id;
  }
}

interface Whose {
  readonly regimes: readonly Regime[];
  readonly regionCode: string;
}

const USUAL_RADIUS_M = 100;

/** Officials look at all forms; a self-employed welder declares small jobs. */
const withoutEnterprise = ({ scope, regionCode }: Caller): Whose => ({
  regimes: scope.kind === 'region' ? REGIMES : ['small'],
  regionCode: regionCode ?? '',
});

/** What somebody may ask for at a place; nothing where it needs a permit that they have no part in. */
function offeredAt(rule: PlaceRule, { scope }: Caller, enterpriseId: string | null): readonly Regime[] {
  if (enterpriseId !== null) return rule.regimes;
  if (scope.kind === 'region') return REGIMES.filter((regime) => atLeastAsStrict(regime, rule.least));
  return rule.regimes.filter((regime) => regime === 'small');
}

const formPlace = ({ sites, least, because, kinds, hours, hosts }: PlaceRule): FormPlace => ({
  sites: [...sites],
  least,
  because,
  kinds: [...kinds],
  hours: Object.entries(hours).flatMap(([placeKind, told]) => told.map(({ from, to }) => ({ placeKind, from, to }))),
  hosts: [...hosts],
});
