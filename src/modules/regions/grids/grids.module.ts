import { Module } from '@nestjs/common';
import { Catalogue } from '../../../platform/i18n/catalogue';
import { IdentityModule } from '../../identity/identity.module';
import { RegionsModule } from '../regions.module';
import { AppointPeople } from './appoint-people';
import { FindGrids } from './find-grids';
import { GridStore } from './grid.store';
import { gridTexts } from './grid.texts';
import { GridsController } from './grids.controller';
import { GridsReader } from './grids.reader';
import { KeepGrids } from './keep-grids';

/** 网格: below a village, with the people who look after it. */
@Module({
  imports: [IdentityModule, RegionsModule],
  controllers: [GridsController],
  providers: [GridStore, GridsReader, FindGrids, KeepGrids, AppointPeople],
  exports: [GridsReader, AppointPeople],
})
export class GridsModule {
  constructor(catalogue: Catalogue) {
    catalogue.add(gridTexts);
  }
}
