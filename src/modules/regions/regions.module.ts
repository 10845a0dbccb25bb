import { Module } from '@nestjs/common';
import { Catalogue } from '../../platform/i18n/catalogue';
import { BrowseRegions } from './browse-regions';
import { KeepOutlines } from './outlines/keep-outlines';
import { HomeCounty } from './outlines/home-county.reader';
import { OutlineStore } from './outlines/outline.store';
import { OutlinesController } from './outlines/outlines.controller';
import { RegionsController } from './regions.controller';
import { RegionsReader } from './regions.reader';
import { regionTexts } from './regions.texts';

/** The tree of regions, and how they are drawn on maps. */
@Module({
  // `ground` is no region's code
  controllers: [OutlinesController, RegionsController],
  providers: [RegionsReader, BrowseRegions, OutlineStore, HomeCounty, KeepOutlines],
  exports: [RegionsReader],
})
export class RegionsModule {
  constructor(catalogue: Catalogue) {
    catalogue.add(regionTexts);
  }
}
