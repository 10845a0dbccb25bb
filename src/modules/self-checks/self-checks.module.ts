import { Module } from '@nestjs/common';
import { Catalogue } from '../../platform/i18n/catalogue';
import { IdentityModule } from '../identity/identity.module';
import { RegistryModule } from '../registry/registry.module';
import { RulesModule } from '../rules/rules.module';
import { SupervisionModule } from '../supervision/supervision.module';
import { AnswerSelfCheck } from './checks/answer-self-check';
import { FindSelfChecks } from './checks/find-self-checks';
import { OpenSelfChecks } from './checks/open-self-checks';
import { SelfCheckStore } from './checks/self-check.store';
import { SelfChecksController } from './checks/self-checks.controller';
import { SelfCheckViews } from './checks/self-checks.view';
import { DrillStore } from './drills/drill.store';
import { DrillsController } from './drills/drills.controller';
import { DrillViews } from './drills/drills.view';
import { OweDrills } from './drills/owe-drills';
import { RecordDrill } from './drills/record-drill';
import { FindInternalReports } from './internal-reports/find-internal-reports';
import { InternalReportStore } from './internal-reports/internal-report.store';
import { ForgetInSelfChecks } from './forget-in-self-checks';
import { InternalReportsController } from './internal-reports/internal-reports.controller';
import { InternalReportViews } from './internal-reports/internal-reports.view';
import { RaiseUnanswered } from './internal-reports/raise-unanswered';
import { ReportInternally } from './internal-reports/report-internally';
import { SettleInternalReport } from './internal-reports/settle-internal-report';
import { selfCheckTexts } from './self-checks.texts';

/** 企业自查: what an enterprise does by itself, and the authority sees whether it is done. */
@Module({
  imports: [IdentityModule, RegistryModule, RulesModule, SupervisionModule],
  controllers: [SelfChecksController, DrillsController, InternalReportsController],
  providers: [
    ...[SelfCheckStore, SelfCheckViews, OpenSelfChecks, FindSelfChecks, AnswerSelfCheck],
    ...[DrillStore, DrillViews, OweDrills, RecordDrill],
    ...[
      InternalReportStore,
      InternalReportViews,
      FindInternalReports,
      ReportInternally,
      SettleInternalReport,
      RaiseUnanswered,
    ],
    ForgetInSelfChecks,
  ],
  exports: [ForgetInSelfChecks],
})
export class SelfChecksModule {
  constructor(catalogue: Catalogue) {
    catalogue.add(selfCheckTexts);
  }
}
