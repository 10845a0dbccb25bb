import { Module } from '@nestjs/common';
import { Catalogue } from '../../platform/i18n/catalogue';
import { ForgetCollected } from './subjects/forget-collected';
import { CertificatesModule } from '../certificates/certificates.module';
import { RegionsModule } from '../regions/regions.module';
import { RegistryModule } from '../registry/registry.module';
import { Candidates } from './subjects/candidates.view';
import { Collect } from './collect';
import { CollectCertificate } from './collect-certificate';
import { CollectEnterprise } from './subjects/collect-enterprise';
import { CollectMachine } from './subjects/collect-machine';
import { CollectWelder } from './subjects/collect-welder';
import { CollectedOwner } from './subjects/collected-owner';
import { CollectionStore } from './collection.store';
import { collectionTexts } from './collection.texts';
import { CollectionsController } from './collections.controller';
import { Collections } from './collections.view';
import { FindOwner } from './find-owner';
import { FindCollections } from './find-collections';
import { TakeCollection } from './take-collection';
import { TypeNumber } from './type-number';
import { WhoCollectedCounts } from './who/who-collected.view';

/** Machines, welders and enterprises collected on the spot (摸清底数), each once, with everybody who collected it. */
@Module({
  imports: [RegionsModule, RegistryModule, CertificatesModule],
  controllers: [CollectionsController],
  providers: [
    ForgetCollected,
    ...[CollectionStore, Candidates, Collections, WhoCollectedCounts, CollectedOwner],
    ...[CollectMachine, CollectWelder, CollectEnterprise, Collect, CollectCertificate, TypeNumber],
    ...[TakeCollection, FindCollections, FindOwner],
  ],
  exports: [ForgetCollected],
})
export class CollectionModule {
  constructor(catalogue: Catalogue) {
    catalogue.add(collectionTexts);
  }
}
