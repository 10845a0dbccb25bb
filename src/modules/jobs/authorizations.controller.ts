import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentCaller } from '../../platform/auth/access.decorator';
import type { Caller } from '../../platform/auth/caller';
import { answer } from '../../platform/http/answer';
import { CurrentLanguage } from '../../platform/i18n/current-language';
import type { Language } from '../../platform/i18n/texts';
import { Allow } from '../identity/allow.decorator';
import { DryRun } from './dry-run';
import { DecisionView, JobRequest } from './job.dto';

@ApiTags('jobs')
@Controller('authorizations')
export class AuthorizationsController {
  constructor(private readonly dryRun: DryRun) {}

  @Post()
  @HttpCode(200)
  @Allow('job.start')
  @ApiOperation({ summary: 'May this welder work with this machine, here, now? Starts nothing' })
  async ask(
    @CurrentCaller() caller: Caller,
    @CurrentLanguage() language: Language,
    @Body() body: JobRequest,
  ): Promise<DecisionView> {
    return answer(await this.dryRun.execute(caller, body, language));
  }
}
