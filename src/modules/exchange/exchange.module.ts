import { Module } from '@nestjs/common';
import { Catalogue } from '../../platform/i18n/catalogue';
import { IdentityModule } from '../identity/identity.module';
import { ImportsModule } from '../imports/imports.module';
import { CertificatesModule } from '../certificates/certificates.module';
import { PermitsModule } from '../permits/permits.module';
import { RegionsModule } from '../regions/regions.module';
import { AskCheck } from './check/ask-check';
import { CheckPartner } from './check/check-partner';
import { ResendStore } from './check/resend.store';
import { exchangeTexts } from './exchange.texts';
import { RegistryModule } from '../registry/registry.module';
import { ExportRecords } from './files/export-records';
import { ExchangeFilesController } from './files/files.controller';
import { TakeFile } from './files/take-file';
import { FindPartners } from './partners/find-partners';
import { KeepMappings } from './partners/keep-mappings';
import { KeepPartners } from './partners/keep-partners';
import { PartnerStore } from './partners/partner.store';
import { PartnersController } from './partners/partners.controller';
import { PartnerStates } from './partners/partners.view';
import { OurRecords } from './records/our-records';
import { KeepPlantKeys } from './plants/keep-plant-keys';
import { KnowPaper } from './plants/know-paper';
import { MeantPlant } from './plants/meant-plant';
import { PlantForm } from './plants/form/plant-form';
import { PlantKeysController } from './plants/plant-keys.controller';
import { PlantPeople } from './plants/plant-people';
import { PlantStore } from './plants/plant.store';
import { plantTexts } from './plants/plant.texts';
import { PlantsController } from './plants/plants.controller';
import { TakePaper } from './plants/take-paper';
import { TakePlantPermit } from './plants/take-plant-permit';
import { FollowChanges } from './send/follow-changes';
import { ItemStore } from './send/item.store';
import { LineStore } from './send/line.store';
import { LookThrough } from './send/look-through';
import { PartnerClient } from './send/partner-client';
import { RunLines } from './send/run-lines';
import { SendBatches } from './send/send-batches';
import { WriteBatch } from './send/write-batch';
import { ExchangeController } from './take/exchange.controller';
import { ForgetExchanged } from './take/forget-exchanged';
import { JudgeAgain } from './take/judge-again';
import { JudgeRecord } from './take/judge-record';
import { KnowPartner } from './take/know-partner';
import { TakeBatch } from './take/take-batch';
import { TakenStore } from './take/taken.store';
import { GiveChips } from './vendors/give-chips';
import { VendorChipsReader } from './vendors/vendor-chips.reader';

/** 平台对接: registrations go to other platforms and come from them, by one contract (docs/exchange.md), and both sides are compared. */
@Module({
  imports: [IdentityModule, RegionsModule, RegistryModule, CertificatesModule, ImportsModule, PermitsModule],
  controllers: [PartnersController, ExchangeController, ExchangeFilesController, PlantsController, PlantKeysController],
  providers: [
    ...[PartnerStore, PartnerStates, FindPartners, KeepPartners, KeepMappings],
    ...[OurRecords, ItemStore, LineStore, PartnerClient, FollowChanges, LookThrough, WriteBatch, SendBatches, RunLines],
    ...[MeantPlant, PlantStore, KeepPlantKeys, KnowPaper, PlantPeople, PlantForm, TakePlantPermit, TakePaper],
    ...[CheckPartner, ResendStore, AskCheck],
    ...[
      KnowPartner,
      ForgetExchanged,
      TakenStore,
      JudgeRecord,
      TakeBatch,
      JudgeAgain,
      ExportRecords,
      TakeFile,
      GiveChips,
      VendorChipsReader,
    ],
  ],
  exports: [ForgetExchanged, KnowPartner, PartnerClient, VendorChipsReader],
})
export class ExchangeModule {
  constructor(catalogue: Catalogue) {
    catalogue.add(exchangeTexts);
    catalogue.add(plantTexts);
  }
}
