import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiForbiddenResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { STOP_DECISIONS } from '../../domain/jobs/stop-order';
import { CurrentRequest, type Request } from '../../platform/auth/request';
import { answer } from '../../platform/http/answer';
import { Allow } from '../identity/allow.decorator';
import { EndByHand } from './end-by-hand';
import { FindJobs } from './find-jobs';
import { GiveOfflineCode } from './give-offline-code';
import { HandoverJob } from './handover-job';
import { HandoverRequest, JobQuery, JobRequest, StopDecisionRequest, StopRequest } from './job-request.dto';
import { JobPage, JobView, OfflineCodeView } from './job.dto';
import { StartJob } from './start-job';
import { DecideStop } from './stop-orders/decide-stop';

@ApiTags('jobs')
@Controller('jobs')
export class JobsController {
  constructor(
    private readonly startJob: StartJob,
    private readonly offlineCode: GiveOfflineCode,
    private readonly find: FindJobs,
    private readonly endByHand: EndByHand,
    private readonly handoverJob: HandoverJob,
    private readonly decideStop: DecideStop,
  ) {}

  @Post()
  @Allow('job.start')
  @ApiOperation({ summary: 'Starts a job: authorises, reserves welder and outlet, sends the unlock' })
  @ApiForbiddenResponse({ description: 'problem `job.refused` with all `findings[]`' })
  async start(@CurrentRequest() request: Request, @Body() body: JobRequest): Promise<JobView> {
    return answer(await this.startJob.execute(request, body));
  }

  @Post('offline-code')
  @Allow('job.start')
  @ApiOperation({ summary: 'A one-time code for a chip without network; the same one until it is used or runs out' })
  @ApiForbiddenResponse({ description: 'problem `job.refused` with all `findings[]`' })
  async giveCode(@CurrentRequest() request: Request, @Body() body: JobRequest): Promise<OfflineCodeView> {
    return answer(await this.offlineCode.execute(request, body));
  }

  @Get()
  @Allow('job.read')
  @ApiOperation({ summary: 'Jobs, newest first' })
  list(@CurrentRequest() request: Request, @Query() query: JobQuery): Promise<JobPage> {
    return this.find.list(request, query);
  }

  @Get(':id')
  @Allow('job.read')
  @ApiOperation({ summary: 'One job, with live values while it runs' })
  async one(@CurrentRequest() request: Request, @Param('id') id: string): Promise<JobView> {
    return answer(await this.find.one(request, id));
  }

  @Post(':id/finish')
  @HttpCode(200)
  @Allow('job.finish')
  @ApiOperation({ summary: 'Finishes a job; the machine is locked' })
  async finish(@CurrentRequest() request: Request, @Param('id') id: string): Promise<JobView> {
    return answer(await this.endByHand.finish(request, id));
  }

  @Post(':id/stop')
  @HttpCode(200)
  @Allow('job.stop')
  @ApiOperation({
    summary: 'Stop order: power goes at once. An inspector’s is confirmed or lifted by the regulator within 24 h',
  })
  async stop(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @Body() { reason, photoId }: StopRequest,
  ): Promise<JobView> {
    return answer(await this.endByHand.stop(request, id, reason, photoId ?? null));
  }

  @Post(':id/stop/:decision')
  @HttpCode(200)
  @Allow('job.stop-decide')
  @ApiParam({ name: 'decision', enum: STOP_DECISIONS })
  @ApiOperation({ summary: 'The regulator confirms or lifts what an inspector has stopped on the spot' })
  async settle(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @Param('decision') decision: string,
    @Body() { note }: StopDecisionRequest,
  ): Promise<JobView> {
    return answer(await this.decideStop.execute(request, id, decision, note?.trim() || null));
  }

  @Post(':id/handover')
  @Allow('job.finish')
  @ApiOperation({
    summary: 'Hands a running machine to the next welder without dropping power; answers with the new job',
  })
  @ApiForbiddenResponse({ description: 'problem `job.refused` with all `findings[]`; the old job goes on' })
  async handover(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @Body() body: HandoverRequest,
  ): Promise<JobView> {
    return answer(await this.handoverJob.execute(request, id, body));
  }
}
