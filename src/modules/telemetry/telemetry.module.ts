import { Module } from '@nestjs/common';
import { RegistryModule } from '../registry/registry.module';
import { ForgetChipPlaces } from './forget-chip-places';
import { RulesModule } from '../rules/rules.module';
import { ArcStore } from './arc.store';
import { BootResetStore } from './boot-reset.store';
import { BootStore } from './boot.store';
import { ChipStore } from './chip.store';
import { DayPartitions } from './day-partitions';
import { FindArcs } from './find-arcs';
import { FindChipState } from './find-chip-state';
import { FoldArcs } from './fold-arcs';
import { LostArcs } from './lost-arcs';
import { Quarantine } from './quarantine';
import { ResetBoot } from './reset-boot';
import { Retention } from './retention';
import { SilentChips } from './silent-chips';
import { StoreMessages } from './store-messages';
import { TelemetryController } from './telemetry.controller';
import { TelemetryReader } from './telemetry.reader';
import { TelemetryStore } from './telemetry.store';

/** What chips reported, and the arcs it amounts to. */
@Module({
  imports: [RegistryModule, RulesModule],
  controllers: [TelemetryController],
  providers: [
    ForgetChipPlaces,
    ChipStore,
    BootStore,
    TelemetryStore,
    ArcStore,
    Quarantine,
    LostArcs,
    DayPartitions,
    FoldArcs,
    StoreMessages,
    TelemetryReader,
    SilentChips,
    FindArcs,
    FindChipState,
    BootResetStore,
    ResetBoot,
    Retention,
  ],
  exports: [StoreMessages, LostArcs, DayPartitions, TelemetryReader, SilentChips, ForgetChipPlaces],
})
export class TelemetryModule {}
