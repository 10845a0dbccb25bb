import { Module } from '@nestjs/common';
import { Catalogue } from '../../platform/i18n/catalogue';
import { IdentityModule } from '../identity/identity.module';
import { RegionsModule } from '../regions/regions.module';
import { RegistryModule } from '../registry/registry.module';
import { RulesModule } from '../rules/rules.module';
import { ConcernedView } from './forecast/concerned.view';
import { ForeseeMode } from './forecast/foresee-mode';
import { MenderPhones } from './forecast/mender-phones';
import { PastScansView } from './forecast/past-scans.view';
import { PreviewMode } from './forecast/preview-mode';
import { ForecastController } from './forecast/forecast.controller';
import { forecastTexts } from './forecast/forecast.texts';
import { TellMender } from './forecast/tell-mender';

/** What a planned mode would do: judged on the scans of the last days, told to those who can mend it in time. */
@Module({
  imports: [IdentityModule, RegionsModule, RegistryModule, RulesModule],
  controllers: [ForecastController],
  providers: [PastScansView, ForeseeMode, ConcernedView, MenderPhones, PreviewMode, TellMender],
  exports: [ForeseeMode],
})
export class HelpModule {
  constructor(catalogue: Catalogue) {
    catalogue.add(forecastTexts);
  }
}
