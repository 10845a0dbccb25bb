import { Module } from '@nestjs/common';
import { Catalogue } from '../../platform/i18n/catalogue';
import { IdentityModule } from '../identity/identity.module';
import { RegistryModule } from '../registry/registry.module';
import { ContractStore } from './contract.store';
import { ContractsController } from './contracts.controller';
import { contractTexts } from './contracts.texts';
import { ContractsReader } from './contracts.reader';
import { ContractViews } from './contracts.view';
import { FindContracts } from './find-contracts';
import { KeepContracts } from './keep-contracts';

/** Contractors and leased workers: who works for whom, under which safety agreement, counted under both. */
@Module({
  imports: [IdentityModule, RegistryModule],
  controllers: [ContractsController],
  providers: [ContractStore, ContractViews, ContractsReader, FindContracts, KeepContracts],
  exports: [ContractViews, ContractsReader],
})
export class ContractsModule {
  constructor(catalogue: Catalogue) {
    catalogue.add(contractTexts);
  }
}
