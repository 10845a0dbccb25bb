import { Module } from '@nestjs/common';
import { Catalogue } from '../../../platform/i18n/catalogue';
import { RegistryModule } from '../../registry/registry.module';
import { RulesModule } from '../../rules/rules.module';
import { PermitsModule } from '../permits.module';
import { CalendarDays } from './calendar-days.view';
import { DeclareActivity } from './declare-activity';
import { DescribeForms } from './describe-forms';
import { ExportPermits } from './export-permits';
import { FindActivities } from './find-activities';
import { FindConflicts } from './find-conflicts';
import { FindPermits } from './find-permits';
import { NearbyActivitiesController } from './nearby-activities.controller';
import { NearbyActivityStore } from './nearby-activity.store';
import { PermitPapers } from './paper/permit-paper.view';
import { PermitHelpController } from './permit-help.controller';
import { PermitIds } from './permit-ids.view';
import { PermitItems } from './permit-items.view';
import { PermitListController } from './permit-list.controller';
import { PermitViewing } from './permit-viewing';
import { permitViewTexts } from './permit-views.texts';
import { PrintPermit } from './print-permit';
import { ShowBoard } from './show-board';
import { ShowCalendar } from './show-calendar';
import { ShowMap } from './show-map';
import { Signboard } from './signboard';
import { SignaturesDue } from './signatures-due.view';
import { WithdrawActivity } from './withdraw-activity';

/** Permits as people read them: lists, boards, forms, conflicts, paper, signboard. */
@Module({
  imports: [RulesModule, RegistryModule, PermitsModule],
  controllers: [PermitListController, PermitHelpController, NearbyActivitiesController],
  providers: [
    PermitIds, PermitItems, SignaturesDue, FindPermits, ShowBoard, CalendarDays, ShowCalendar, ShowMap,
    ExportPermits,
    DescribeForms, FindConflicts,
    NearbyActivityStore, DeclareActivity, WithdrawActivity, FindActivities,
    PermitViewing, PermitPapers, PrintPermit, Signboard,
  ], // prettier-ignore
  exports: [Signboard],
})
export class PermitViewsModule {
  constructor(catalogue: Catalogue) {
    catalogue.add(permitViewTexts);
  }
}
