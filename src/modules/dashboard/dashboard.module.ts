import { Module } from '@nestjs/common';
import { Catalogue } from '../../platform/i18n/catalogue';
import { CertificatesModule } from '../certificates/certificates.module';
import { JobsModule } from '../jobs/jobs.module';
import { PermitsModule } from '../permits/permits.module';
import { PermitViewsModule } from '../permit-views/permit-views.module';
import { RegistryModule } from '../registry/registry.module';
import { RulesModule } from '../rules/rules.module';
import { SupervisionModule } from '../supervision/supervision.module';
import { TrainingModule } from '../training/training.module';
import { CodePagesController } from './codes/code-pages.controller';
import { MachinePage } from './codes/machine-page';
import { MachinePageView } from './codes/machine-page.view';
import { MineView } from './codes/mine.view';
import { OpenCases } from './codes/open-cases';
import { PageMakers } from './codes/page-makers';
import { PermitPage } from './codes/permit-page';
import { ReadCode } from './codes/read-code';
import { Sentences } from './codes/sentences';
import { TrainingPage } from './codes/training-page';
import { WelderPage } from './codes/welder-page';
import { dashboardTexts } from './dashboard.texts';
import { NewsView } from './news/news.view';
import { ReadNews } from './news/read-news';
import { SearchRegister } from './search/search-register';
import { SearchController } from './search/search.controller';
import { SearchView } from './search/search.view';
import { HonestRefusalsView } from './statistics/honest-refusals.view';
import { ReadHonestRefusals } from './statistics/read-honest-refusals';
import { CountPresence } from './statistics/overview/count-presence';
import { DaysView } from './statistics/overview/days.view';
import { FoldDayFigures } from './statistics/overview/fold-day-figures';
import { OverviewView } from './statistics/overview/overview.view';
import { ReadLiveJobs } from './statistics/read-live-jobs';
import { ReadOverview } from './statistics/overview/read-overview';
import { ReadOwnFigures } from './statistics/read-own-figures';
import { PresenceView } from './statistics/overview/presence.view';
import { StatisticsController } from './statistics/statistics.controller';
import { TownsView } from './statistics/overview/towns.view';
import { FindTasks } from './tasks/find-tasks';
import { TasksController } from './tasks/tasks.controller';

/** What people look at: scanned codes, the search, the overview, what burns now. Reads everything, adds up its own sums, writes nothing else. */
@Module({
  imports: [
    RulesModule,
    RegistryModule,
    CertificatesModule,
    TrainingModule,
    PermitsModule,
    PermitViewsModule,
    JobsModule,
    SupervisionModule,
  ],
  controllers: [CodePagesController, SearchController, StatisticsController, TasksController],
  providers: [
    Sentences, OpenCases, MachinePageView, MachinePage, WelderPage, PermitPage, TrainingPage, PageMakers, MineView, ReadCode,
    SearchView, SearchRegister,
    OverviewView, DaysView, TownsView, PresenceView, ReadOverview, FoldDayFigures, CountPresence, HonestRefusalsView, ReadHonestRefusals, ReadLiveJobs, NewsView, ReadNews, ReadOwnFigures, FindTasks,
  ], // prettier-ignore
})
export class DashboardModule {
  constructor(catalogue: Catalogue) {
    catalogue.add(dashboardTexts);
  }
}
