import { Module } from '@nestjs/common';
import { Catalogue } from '../../platform/i18n/catalogue';
import { BrowseRegions } from './browse-regions';
import { RegionsController } from './regions.controller';
import { RegionsReader } from './regions.reader';
import { regionTexts } from './regions.texts';

/** The tree of regions. */
@Module({
  controllers: [RegionsController],
  providers: [RegionsReader, BrowseRegions],
  exports: [RegionsReader],
})
export class RegionsModule {
  constructor(catalogue: Catalogue) {
    catalogue.add(regionTexts);
  }
}
