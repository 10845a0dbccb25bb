import { Module } from '@nestjs/common';
import { NoticesModule } from '../notices/notices.module';
import { ChainState } from './chain-state';
import { OperationsController } from './operations.controller';
import { ReadOperations } from './read-operations';
import { SurveyPlatform } from './survey-platform';

/** What the administrator looks at to see that the platform itself is well. */
@Module({
  imports: [NoticesModule],
  controllers: [OperationsController],
  providers: [ChainState, ReadOperations, SurveyPlatform],
})
export class OperationsModule {}
