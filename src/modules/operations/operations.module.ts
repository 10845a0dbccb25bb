import { Module } from '@nestjs/common';
import { NoticesModule } from '../notices/notices.module';
import { RulesModule } from '../rules/rules.module';
import { ChainState } from './chain-state';
import { OperationsController } from './operations.controller';
import { PurgeOutbox } from './purge-outbox';
import { ReadOperations } from './read-operations';
import { SurveyPlatform } from './survey-platform';

/** What the administrator looks at to see that the platform itself is well, and what keeps its own tables small. */
@Module({
  imports: [NoticesModule, RulesModule],
  controllers: [OperationsController],
  providers: [ChainState, PurgeOutbox, ReadOperations, SurveyPlatform],
})
export class OperationsModule {}
