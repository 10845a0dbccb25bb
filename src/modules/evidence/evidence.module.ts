import { Module } from '@nestjs/common';
import { Catalogue } from '../../platform/i18n/catalogue';
import { IdentityModule } from '../identity/identity.module';
import { RulesModule } from '../rules/rules.module';
import { SupervisionModule } from '../supervision/supervision.module';
import { EvidenceController } from './evidence.controller';
import { EvidenceKeysController } from './evidence-keys.controller';
import { evidenceTexts } from './evidence.texts';
import { KeptDecisions } from './kept-decisions.view';
import { Curves } from './pack/curves.view';
import { EvidenceSigner } from './pack/evidence-signer';
import { GatherPack } from './pack/gather-pack';
import { TakePack } from './pack/take-pack';
import { ReplayDecision } from './replay/replay-decision';
import { ReplayNamesView } from './replay/replay-names.view';

/** What a case rests on, for whoever has to believe it without the platform. */
@Module({
  imports: [IdentityModule, RulesModule, SupervisionModule],
  controllers: [EvidenceController, EvidenceKeysController],
  providers: [KeptDecisions, Curves, EvidenceSigner, GatherPack, TakePack, ReplayNamesView, ReplayDecision],
})
export class EvidenceModule {
  constructor(catalogue: Catalogue) {
    catalogue.add(evidenceTexts);
  }
}
