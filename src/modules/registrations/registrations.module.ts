import { Module } from '@nestjs/common';
import { Catalogue } from '../../platform/i18n/catalogue';
import { ForgetRegistrations } from './forget-registrations';
import { IdentityModule } from '../identity/identity.module';
import { RegionsModule } from '../regions/regions.module';
import { RegistryModule } from '../registry/registry.module';
import { AskRegistration } from './ask-registration';
import { Duplicates } from './duplicates.view';
import { FindRegistrations } from './find-registrations';
import { HandOverRegistration } from './hand-over-registration';
import { MakeRegistered } from './make-registered';
import { RegistrationStore } from './registration.store';
import { RegistrationsController } from './registrations.controller';
import { registrationTexts } from './registrations.texts';
import { SettleRegistration } from './settle-registration';

/** Welders and enterprises that register themselves, and who confirms them. */
@Module({
  imports: [IdentityModule, RegionsModule, RegistryModule],
  controllers: [RegistrationsController],
  providers: [
    ForgetRegistrations,
    RegistrationStore,
    Duplicates,
    AskRegistration,
    FindRegistrations,
    MakeRegistered,
    SettleRegistration,
    HandOverRegistration,
  ],
  exports: [ForgetRegistrations],
})
export class RegistrationsModule {
  constructor(catalogue: Catalogue) {
    catalogue.add(registrationTexts);
  }
}
