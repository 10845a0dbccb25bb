import { Module } from '@nestjs/common';
import { Catalogue } from '../../platform/i18n/catalogue';
import { IdentityModule } from '../identity/identity.module';
import { RegistryModule } from '../registry/registry.module';
import { RulesModule } from '../rules/rules.module';
import { KeepRecency } from './keep-recency';
import { RecencyController } from './recency.controller';
import { recencyTexts } from './recency.texts';
import { WatchRecency } from './watch-recency';

/** Whether welders keep their trade: who was off it for half a year is told. */
@Module({
  imports: [IdentityModule, RulesModule, RegistryModule],
  controllers: [RecencyController],
  providers: [KeepRecency, WatchRecency],
})
export class RecencyModule {
  constructor(catalogue: Catalogue) {
    catalogue.add(recencyTexts);
  }
}
