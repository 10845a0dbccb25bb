import { Module } from '@nestjs/common';
import { Catalogue } from '../../platform/i18n/catalogue';
import { RegionsModule } from '../regions/regions.module';
import { RegistryModule } from '../registry/registry.module';
import { RulesModule } from '../rules/rules.module';
import { ChangeSite } from './change-site';
import { ConfirmSite } from './confirm-site';
import { EnterSite } from './enter-site';
import { FindSites } from './find-sites';
import { MapReadings } from './map-readings';
import { PlaceRules } from './place-rules';
import { SiteViews } from './site.mapper';
import { SiteStore } from './site.store';
import { SitesController } from './sites.controller';
import { SitesReader } from './sites.reader';
import { siteTexts } from './sites.texts';

/** Sites (场所): what holds at a place, whoever works there. */
@Module({
  imports: [RegionsModule, RegistryModule, RulesModule],
  controllers: [SitesController],
  providers: [
    SiteStore,
    SiteViews,
    SitesReader,
    PlaceRules,
    MapReadings,
    EnterSite,
    ChangeSite,
    ConfirmSite,
    FindSites,
  ],
  exports: [PlaceRules, MapReadings, SitesReader],
})
export class SitesModule {
  constructor(catalogue: Catalogue) {
    catalogue.add(siteTexts);
  }
}
