import { Module } from '@nestjs/common';
import { Catalogue } from '../../platform/i18n/catalogue';
import { RegionsModule } from '../regions/regions.module';
import { ExportInventory } from './export-inventory';
import { FilterStore } from './filters/filter.store';
import { FindInventory } from './find-inventory';
import { FoldInventory } from './fold-inventory';
import { InventoryController } from './inventory.controller';
import { inventoryTexts } from './inventory.texts';
import { KeepFilters } from './filters/keep-filters';
import { ReadCounts } from './read-counts';

/** 摸清底数: how many machines and welders there are, where, and in which state; and which ones they are. */
@Module({
  imports: [RegionsModule],
  controllers: [InventoryController],
  providers: [ReadCounts, FindInventory, ExportInventory, FilterStore, KeepFilters, FoldInventory],
})
export class InventoryModule {
  constructor(catalogue: Catalogue) {
    catalogue.add(inventoryTexts);
  }
}
