import { Module } from '@nestjs/common';
import { Catalogue } from '../../platform/i18n/catalogue';
import { RegionsModule } from '../regions/regions.module';
import { RegistryModule } from '../registry/registry.module';
import { RulesModule } from '../rules/rules.module';
import { SupervisionModule } from '../supervision/supervision.module';
import { DeclareOutage } from './declare-outage';
import { EnterPaper } from './enter-paper';
import { Heartbeat } from './heartbeat';
import { IssueBlock } from './issue-block';
import { OutageStore } from './outage.store';
import { OutagesController } from './outages.controller';
import { outageTexts } from './outages.texts';
import { PaperBlocks } from './paper-blocks.view';
import { PaperStore } from './paper.store';
import { PaperSubjects } from './paper-subjects';

/** Times without the platform, and the numbered paper that is used then. */
@Module({
  imports: [RegionsModule, RulesModule, RegistryModule, SupervisionModule],
  controllers: [OutagesController],
  providers: [OutageStore, PaperStore, PaperBlocks, DeclareOutage, Heartbeat, IssueBlock, PaperSubjects, EnterPaper],
})
export class OutagesModule {
  constructor(catalogue: Catalogue) {
    catalogue.add(outageTexts);
  }
}
