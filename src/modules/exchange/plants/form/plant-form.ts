import { Injectable } from '@nestjs/common';
import { placesOf } from '../../../../domain/permits/approval-chain';
import type { PermitRules } from '../../../../domain/permits/permit-rules';
import type { Refusal } from '../../../../kernel/refusal';
import { notFound } from '../../../../kernel/refusal';
import { ok, refused, type Result } from '../../../../kernel/result';
import { HOUR, type Instant } from '../../../../kernel/time';
import { systemScope } from '../../../../platform/database/scope';
import { UnitOfWork } from '../../../../platform/database/unit-of-work';
import { PermitLoader } from '../../../permits/permit-loader';
import { RegistryReader } from '../../../registry/registry.reader';
import type { Plant } from '../know-paper';
import type { PlantFormView, PlantLevelView } from './plant-form.dto';

/** What the law asks of a permit of this plant today, in the codes that its papers use. */
@Injectable()
export class PlantForm {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly registry: RegistryReader,
    private readonly loader: PermitLoader,
  ) {}

  show({ enterpriseId }: Plant, at: Instant): Promise<Result<PlantFormView, Refusal>> {
    return this.uow.run(systemScope('plant-form'), async (tx): Promise<Result<PlantFormView, Refusal>> => {
      const enterprise = await this.registry.enterpriseById(tx, enterpriseId);
      if (!enterprise) return refused(notFound('exchange.enterprise-unknown'));
      const rules = this.loader.rulesAt({ regime: 'chemical', level: '', regionCode: enterprise.regionCode }, at);
      return ok({
        questions: rules.levelQuestions.map(({ code, zh, level }) => ({ code, text: zh, level })),
        placeKinds: rules.placeKinds.map(({ code, zh }) => ({ code, text: zh })),
        levels: rules.levels.map((level) => levelShown(level, rules.withLevel(level))),
      });
    });
  }
}

const levelShown = (level: string, rules: PermitRules): PlantLevelView => ({
  level,
  longestHours: rules.longestMs / HOUR,
  gasFreshMinutes: (rules.gasContinuousMs ?? rules.gasFreshMs) / 60_000,
  seats: placesOf(rules.chain).map(({ number, step, titleZh, siteVisit }) => {
    return { seat: number, step, text: titleZh, onSite: siteVisit };
  }),
  measures: rules.measures.map(({ code, zh, openAir, placeKinds, number }) => {
    return {
      code,
      text: zh,
      openAir: openAir === true,
      placeKinds: [...(placeKinds ?? [])],
      number: number !== undefined,
    };
  }),
  records: [...rules.paper.requiredRecords],
});
