import { Module } from '@nestjs/common';
import { Catalogue } from '../../platform/i18n/catalogue';
import { IdentityModule } from '../identity/identity.module';
import { RegionsModule } from '../regions/regions.module';
import { RegistryModule } from '../registry/registry.module';
import { RulesModule } from '../rules/rules.module';
import { SupervisionModule } from '../supervision/supervision.module';
import { EvidenceController } from './evidence.controller';
import { EvidenceKeysController } from './evidence-keys.controller';
import { evidenceTexts } from './evidence.texts';
import { CaseDocumentStore } from './documents/case-document.store';
import { CaseDocumentsController } from './documents/case-documents.controller';
import { MakeDocument } from './documents/make-document';
import { ShowDocuments } from './documents/show-documents';
import { OwnOffices } from './documents/own-offices';
import { DocumentsOfCase } from './documents/documents-of-case.view';
import { KeptDecisions } from './kept-decisions.view';
import { Curves } from './pack/curves.view';
import { EvidenceSigner } from './pack/evidence-signer';
import { GatherPack } from './pack/gather-pack';
import { TakePack } from './pack/take-pack';
import { ReplayDecision } from './replay/replay-decision';
import { ReplayNamesView } from './replay/replay-names.view';

/** What a case rests on, for whoever has to believe it without the platform. */
@Module({
  imports: [IdentityModule, RegionsModule, RulesModule, RegistryModule, SupervisionModule],
  controllers: [EvidenceController, EvidenceKeysController, CaseDocumentsController],
  providers: [
    KeptDecisions,
    Curves,
    EvidenceSigner,
    GatherPack,
    TakePack,
    ReplayNamesView,
    ReplayDecision,
    CaseDocumentStore,
    DocumentsOfCase,
    OwnOffices,
    MakeDocument,
    ShowDocuments,
  ],
})
export class EvidenceModule {
  constructor(catalogue: Catalogue) {
    catalogue.add(evidenceTexts);
  }
}
