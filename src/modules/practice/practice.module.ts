import { Module } from '@nestjs/common';
import { Catalogue } from '../../platform/i18n/catalogue';
import { IdentityModule } from '../identity/identity.module';
import { RegistryModule } from '../registry/registry.module';
import { RulesModule } from '../rules/rules.module';
import { KeepPractice } from './keep-practice';
import { PracticeController } from './practice.controller';
import { practiceTexts } from './practice.texts';
import { WatchPractice } from './watch-practice';

/** Whether welders keep their trade: who was off it for half a year is told. */
@Module({
  imports: [IdentityModule, RulesModule, RegistryModule],
  controllers: [PracticeController],
  providers: [KeepPractice, WatchPractice],
})
export class PracticeModule {
  constructor(catalogue: Catalogue) {
    catalogue.add(practiceTexts);
  }
}
