import { Module } from '@nestjs/common';
import { Catalogue } from '../../platform/i18n/catalogue';
import { ContractsModule } from '../contracts/contracts.module';
import { RegionsModule } from '../regions/regions.module';
import { RegistryModule } from '../registry/registry.module';
import { LedgerRows } from './ledger-rows.view';
import { LedgerSummaries } from './ledger-summary.view';
import { LedgerController } from './ledger.controller';
import { ledgerTexts } from './ledger.texts';
import { MakeLedger } from './make-ledger';

/** 迎检台账: one file of an enterprise, made from what all rooms keep. */
@Module({
  imports: [ContractsModule, RegionsModule, RegistryModule],
  controllers: [LedgerController],
  providers: [LedgerRows, LedgerSummaries, MakeLedger],
})
export class LedgerModule {
  constructor(catalogue: Catalogue) {
    catalogue.add(ledgerTexts);
  }
}
