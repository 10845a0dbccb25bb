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
import { StoredSites } from './site.view';
import { SitesController } from './sites.controller';
import { SitesReader } from './sites.reader';
import { siteTexts } from './sites.texts';
import { AskWorkshop } from './workshops/ask-workshop';
import { EndWorkshops } from './workshops/end-workshops';
import { FindWorkshops } from './workshops/find-workshops';
import { SettleWorkshop } from './workshops/settle-workshop';
import { WorkshopViews } from './workshops/workshop.mapper';
import { WorkshopStore } from './workshops/workshop.store';
import { StoredWorkshops } from './workshops/workshop.view';
import { workshopTexts } from './workshops/workshop.texts';
import { WorkshopsController } from './workshops/workshops.controller';

/** Sites (场所): what holds at a place, whoever works there. */
@Module({
  imports: [RegionsModule, RegistryModule, RulesModule],
  controllers: [SitesController, WorkshopsController],
  providers: [
    WorkshopStore,
    StoredWorkshops,
    WorkshopViews,
    AskWorkshop,
    SettleWorkshop,
    EndWorkshops,
    FindWorkshops,
    SiteStore,
    StoredSites,
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
    catalogue.add(workshopTexts);
  }
}
