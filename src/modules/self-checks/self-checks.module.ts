import { Module } from '@nestjs/common';
import { Catalogue } from '../../platform/i18n/catalogue';
import { IdentityModule } from '../identity/identity.module';
import { RegistryModule } from '../registry/registry.module';
import { RulesModule } from '../rules/rules.module';
import { SupervisionModule } from '../supervision/supervision.module';
import { AnswerSelfCheck } from './checks/answer-self-check';
import { FindSelfChecks } from './checks/find-self-checks';
import { OpenSelfChecks } from './checks/open-self-checks';
import { SelfCheckStore } from './checks/self-check.store';
import { SelfChecksController } from './checks/self-checks.controller';
import { SelfCheckViews } from './checks/self-checks.view';
import { selfCheckTexts } from './self-checks.texts';

/** 企业自查: what an enterprise does by itself, and the authority sees whether it is done. */
@Module({
  imports: [IdentityModule, RegistryModule, RulesModule, SupervisionModule],
  controllers: [SelfChecksController],
  providers: [SelfCheckStore, SelfCheckViews, OpenSelfChecks, FindSelfChecks, AnswerSelfCheck],
})
export class SelfChecksModule {
  constructor(catalogue: Catalogue) {
    catalogue.add(selfCheckTexts);
  }
}
