import { Module } from '@nestjs/common';
import { Catalogue } from '../../platform/i18n/catalogue';
import { IdentityModule } from '../identity/identity.module';
import { RegistryModule } from '../registry/registry.module';
import { RulesModule } from '../rules/rules.module';
import { SupervisionModule } from '../supervision/supervision.module';
import { DrawPool } from './draws/draw-pool.view';
import { DrawStore } from './draws/draw.store';
import { DrawsController } from './draws/draws.controller';
import { FindDraws } from './draws/find-draws';
import { PublishDraw } from './draws/publish-draw';
import { TakePart } from './draws/take-part';
import { VoidDraws } from './draws/void-draws';
import { inspectionTexts } from './inspections.texts';
import { InspectionFiguresView } from './visits/figures.view';
import { FindInspections } from './visits/find-inspections';
import { InspectionStore } from './visits/inspection.store';
import { InspectionsController } from './visits/inspections.controller';
import { InspectionViews } from './visits/inspections.view';
import { ForgetSignatures } from './visits/forget-signatures';
import { InspectionTargets } from './visits/inspection-targets';
import { MakeInspections } from './visits/make-inspections';
import { PlanInspection } from './visits/plan-inspection';
import { TakeInspectionStep } from './visits/take-step';

/** 双随机、一公开: who goes where is drawn by lot, what is found is put right, the result is published by a second person. */
@Module({
  imports: [IdentityModule, RegistryModule, RulesModule, SupervisionModule],
  controllers: [DrawsController, InspectionsController],
  providers: [
    ...[DrawStore, DrawPool, FindDraws, PublishDraw, TakePart, VoidDraws],
    ...[InspectionStore, InspectionViews, InspectionFiguresView, FindInspections],
    ...[MakeInspections, InspectionTargets, PlanInspection, TakeInspectionStep, ForgetSignatures],
  ],
  exports: [ForgetSignatures],
})
export class InspectionsModule {
  constructor(catalogue: Catalogue) {
    catalogue.add(inspectionTexts);
  }
}
