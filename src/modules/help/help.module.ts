import { Module } from '@nestjs/common';
import { Catalogue } from '../../platform/i18n/catalogue';
import { JobsModule } from '../jobs/jobs.module';
import { IdentityModule } from '../identity/identity.module';
import { RegionsModule } from '../regions/regions.module';
import { RegistryModule } from '../registry/registry.module';
import { RulesModule } from '../rules/rules.module';
import { ConcernedView } from './forecast/concerned.view';
import { ForeseeMode } from './forecast/foresee-mode';
import { AskHelp } from './desk/ask-help';
import { CommandHelp } from './desk/command-help';
import { FindHelp } from './desk/find-help';
import { HelpController } from './desk/help.controller';
import { HelpDetails } from './desk/help-details';
import { HelpStore } from './desk/help.store';
import { helpTexts } from './desk/help.texts';
import { DutyController } from './duty/duty.controller';
import { DutyDesk } from './duty/duty-desk';
import { DutyStore } from './duty/duty.store';
import { dutyTexts } from './duty/duty.texts';
import { KeepRoster } from './duty/keep-roster';
import { Hotline } from './desk/hotline';
import { HotlineController } from './desk/hotline.controller';
import { HelpViews } from './desk/help.view';
import { MenderPhones } from './forecast/mender-phones';
import { PastScansView } from './forecast/past-scans.view';
import { PreviewMode } from './forecast/preview-mode';
import { ForecastController } from './forecast/forecast.controller';
import { forecastTexts } from './forecast/forecast.texts';
import { TellMender } from './forecast/tell-mender';

/** Help for whoever a check refuses: before it does (what a planned mode would do, told to those who can mend it), and after. */
@Module({
  imports: [IdentityModule, RegionsModule, RegistryModule, RulesModule, JobsModule],
  controllers: [ForecastController, HelpController, HotlineController, DutyController],
  providers: [
    PastScansView,
    ForeseeMode,
    ConcernedView,
    MenderPhones,
    PreviewMode,
    TellMender,
    HelpStore,
    HelpViews,
    HelpDetails,
    AskHelp,
    CommandHelp,
    FindHelp,
    Hotline,
    DutyStore,
    DutyDesk,
    KeepRoster,
  ],
  exports: [ForeseeMode],
})
export class HelpModule {
  constructor(catalogue: Catalogue) {
    catalogue.add(forecastTexts);
    catalogue.add(helpTexts);
    catalogue.add(dutyTexts);
  }
}
