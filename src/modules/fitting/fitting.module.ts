import { Module } from '@nestjs/common';
import { Catalogue } from '../../platform/i18n/catalogue';
import { IdentityModule } from '../identity/identity.module';
import { JobsModule } from '../jobs/jobs.module';
import { RegistryModule } from '../registry/registry.module';
import { AppointmentStore } from './appointments/appointment.store';
import { AppointmentsController } from './appointments/appointments.controller';
import { AppointmentViews } from './appointments/appointments.view';
import { BeginFitting } from './begin-fitting';
import { ChipLifeController } from './chip-life.controller';
import { CommandChips } from './command-chips';
import { CompleteFitting } from './complete-fitting';
import { FittingController } from './fitting.controller';
import { FittingStore } from './fitting.store';
import { fittingTexts } from './fitting.texts';
import { FittingViews } from './fitting.view';
import { PlanFittings } from './appointments/plan-fittings';
import { ShowFitting } from './show-fitting';
import { TestFitting } from './test-fitting';

/** Fitting chips: appointments, the technician's minute at the machine, and a chip's life afterwards. */
@Module({
  imports: [IdentityModule, RegistryModule, JobsModule],
  controllers: [FittingController, ChipLifeController, AppointmentsController],
  providers: [
    FittingStore, FittingViews, ShowFitting, BeginFitting, TestFitting, CompleteFitting,
    AppointmentStore, AppointmentViews, PlanFittings, CommandChips,
  ], // prettier-ignore
})
export class FittingModule {
  constructor(catalogue: Catalogue) {
    catalogue.add(fittingTexts);
  }
}
