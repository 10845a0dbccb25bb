import { Module } from '@nestjs/common';
import { Catalogue } from '../../platform/i18n/catalogue';
import { RegistryModule } from '../registry/registry.module';
import { RulesModule } from '../rules/rules.module';
import { SitesModule } from '../sites/sites.module';
import { PermitsModule } from '../permits/permits.module';
import { CalendarDays } from './lists/calendar-days.view';
import { DeclareActivity } from './activities/declare-activity';
import { DescribeForms } from './forms/describe-forms';
import { ExportPermits } from './lists/export-permits';
import { FindActivities } from './activities/find-activities';
import { FindConflicts } from './conflicts/find-conflicts';
import { FindPermits } from './lists/query/find-permits';
import { NearbyActivitiesController } from './activities/nearby-activities.controller';
import { NearbyActivityStore } from './activities/nearby-activity.store';
import { PermitPapers } from './paper/permit-paper.view';
import { PermitHelpController } from './permit-help.controller';
import { PermitIds } from './lists/query/permit-ids.view';
import { PermitItems } from './lists/query/permit-items.view';
import { PermitListController } from './lists/permit-list.controller';
import { PermitViewing } from './permit-viewing';
import { permitViewTexts } from './permit-views.texts';
import { PrintPermit } from './paper/print-permit';
import { ShowBoard } from './lists/show-board';
import { ShowCalendar } from './lists/show-calendar';
import { ShowMap } from './lists/show-map';
import { Signboard } from './signboard/signboard';
import { WithdrawActivity } from './activities/withdraw-activity';

/** Permits as people read them: lists, boards, forms, conflicts, paper, signboard. */
@Module({
  imports: [RulesModule, SitesModule, RegistryModule, PermitsModule],
  controllers: [PermitListController, PermitHelpController, NearbyActivitiesController],
  providers: [
    PermitIds, PermitItems, FindPermits, ShowBoard, CalendarDays, ShowCalendar, ShowMap,
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
