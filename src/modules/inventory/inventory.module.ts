import { Module } from '@nestjs/common';
import { Catalogue } from '../../platform/i18n/catalogue';
import { IdentityModule } from '../identity/identity.module';
import { RegionsModule } from '../regions/regions.module';
import { RulesModule } from '../rules/rules.module';
import { ExportInventory } from './export-inventory';
import { FilterStore } from './filters/filter.store';
import { FindInventory } from './find-inventory';
import { FoldInventory } from './fold-inventory';
import { InventoryController } from './inventory.controller';
import { inventoryTexts } from './inventory.texts';
import { KeepFilters } from './filters/keep-filters';
import { AcceptFinding } from './quality/accept-finding';
import { FindFindings } from './quality/find-findings';
import { QualityController } from './quality/quality.controller';
import { qualityTexts } from './quality/quality.texts';
import { CountTargets } from './targets/count-targets';
import { FindTargets } from './targets/find-targets';
import { KeepTargetDays } from './targets/keep-target-days';
import { SetTargets } from './targets/set-targets';
import { TargetStore } from './targets/target.store';
import { targetTexts } from './targets/target.texts';
import { TargetsController } from './targets/targets.controller';
import { ReadCounts } from './read-counts';

/** 摸清底数: how many machines and welders there are, where, and in which state; and which ones they are. */
@Module({
  imports: [IdentityModule, RegionsModule, RulesModule],
  controllers: [InventoryController, QualityController, TargetsController],
  providers: [
    ReadCounts,
    FindInventory,
    ExportInventory,
    FilterStore,
    KeepFilters,
    FoldInventory,
    FindFindings,
    AcceptFinding,
    TargetStore,
    CountTargets,
    FindTargets,
    SetTargets,
    KeepTargetDays,
  ],
})
export class InventoryModule {
  constructor(catalogue: Catalogue) {
    catalogue.add(inventoryTexts);
    catalogue.add(qualityTexts);
    catalogue.add(targetTexts);
  }
}
