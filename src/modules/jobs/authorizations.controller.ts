import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentRequest, type Request } from '../../platform/auth/request';
import { answer } from '../../platform/http/answer';
import { Allow } from '../identity/allow.decorator';
import { DryRun } from './dry-run';
import { JobRequest } from './job-request.dto';
import { AskedDecision } from './job.dto';

@ApiTags('jobs')
@Controller('authorizations')
export class AuthorizationsController {
  constructor(private readonly dryRun: DryRun) {}

  @Post()
  @HttpCode(200)
  @Allow('job.start')
  @ApiOperation({ summary: 'May this welder work with this machine, here, now? Starts nothing' })
  async ask(@CurrentRequest() request: Request, @Body() body: JobRequest): Promise<AskedDecision> {
    return answer(await this.dryRun.execute(request, body));
  }
}
