import { Module } from '@nestjs/common';
import { Catalogue } from '../../platform/i18n/catalogue';
import { ExchangeModule } from '../exchange/exchange.module';
import { FilesModule } from '../../platform/files/files.module';
import { CertificatesModule } from '../certificates/certificates.module';
import { CollectionModule } from '../collection/collection.module';
import { IdentityModule } from '../identity/identity.module';
import { ImportsModule } from '../imports/imports.module';
import { InspectionsModule } from '../inspections/inspections.module';
import { JobsModule } from '../jobs/jobs.module';
import { NoticesModule } from '../notices/notices.module';
import { PermitsModule } from '../permits/permits.module';
import { RegistrationsModule } from '../registrations/registrations.module';
import { RegistryModule } from '../registry/registry.module';
import { RulesModule } from '../rules/rules.module';
import { SelfChecksModule } from '../self-checks/self-checks.module';
import { SupervisionModule } from '../supervision/supervision.module';
import { TelemetryModule } from '../telemetry/telemetry.module';
import { TipsModule } from '../tips/tips.module';
import { TrainingModule } from '../training/training.module';
import { AskErasure } from './erasure/ask-erasure';
import { DecideErasure } from './erasure/decide-erasure';
import { EraseDeeds } from './erasure/erase-deeds';
import { EraseRecords } from './erasure/erase-records';
import { ErasePerson } from './erasure/erase-person';
import { ErasureRequestStore } from './erasure/erasure-request.store';
import { erasureTexts } from './erasure/erasure.texts';
import { ErasuresController } from './erasure/erasures.controller';
import { RunErasures } from './erasure/run-erasures';
import { ShowErasures } from './erasure/show-erasures';
import { ReadOwnData } from './own-data/read-own-data';
import { PrivacyController } from './privacy.controller';
import { Erasers } from './retention/erasers';
import { ErasureStore } from './retention/erasure.store';
import { RunRetention } from './retention/run-retention';

/** What people may know of what is kept about them, and what is forgotten in time. */
@Module({
  imports: [
    FilesModule, IdentityModule, RulesModule, RegistryModule, CertificatesModule, ImportsModule, RegistrationsModule, CollectionModule,
    TrainingModule, PermitsModule, JobsModule, TelemetryModule, SupervisionModule, SelfChecksModule, InspectionsModule, TipsModule, NoticesModule,
    ExchangeModule,
  ], // prettier-ignore
  controllers: [PrivacyController, ErasuresController],
  providers: [
    ReadOwnData, Erasers, ErasureStore, RunRetention,
    ErasureRequestStore, ShowErasures, AskErasure, EraseDeeds, EraseRecords, ErasePerson, DecideErasure, RunErasures,
  ], // prettier-ignore
})
export class PrivacyModule {
  constructor(catalogue: Catalogue) {
    catalogue.add(erasureTexts);
  }
}
