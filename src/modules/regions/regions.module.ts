import { Module } from '@nestjs/common';
import { Catalogue } from '../../platform/i18n/catalogue';
import { IdentityModule } from '../identity/identity.module';
import { BrowseRegions } from './browse-regions';
import { AppointPeople } from './grids/appoint-people';
import { FindGrids } from './grids/find-grids';
import { GridStore } from './grids/grid.store';
import { gridTexts } from './grids/grid.texts';
import { GridsController } from './grids/grids.controller';
import { GridsReader } from './grids/grids.reader';
import { KeepGrids } from './grids/keep-grids';
import { RegionsController } from './regions.controller';
import { RegionsReader } from './regions.reader';
import { regionTexts } from './regions.texts';

/** The tree of regions, and below its villages the grids with their people. */
@Module({
  imports: [IdentityModule],
  controllers: [RegionsController, GridsController],
  providers: [RegionsReader, BrowseRegions, GridStore, GridsReader, FindGrids, KeepGrids, AppointPeople],
  exports: [RegionsReader, GridsReader, AppointPeople],
})
export class RegionsModule {
  constructor(catalogue: Catalogue) {
    catalogue.add(regionTexts);
    catalogue.add(gridTexts);
  }
}
