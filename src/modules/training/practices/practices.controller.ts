import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentRequest, type Request } from '../../../platform/auth/request';
import { answer } from '../../../platform/http/answer';
import { PageQuery } from '../../../platform/http/page';
import { Allow } from '../../identity/allow.decorator';
import { FindPractices } from './find-practices';
import { LeadPractice } from './lead-practice';
import { OpenPractice } from './open-practice';
import { AddPupilRequest, ConfirmPresenceRequest, OpenPracticeRequest, OwnPractice, PracticePage, PracticeView } from './practice.dto'; // prettier-ignore

@ApiTags('training')
@Controller('training/practices')
export class PracticesController {
  constructor(
    private readonly opening: OpenPractice,
    private readonly leading: LeadPractice,
    private readonly find: FindPractices,
  ) {}

  @Get()
  @Allow('practice.read')
  @ApiOperation({ summary: 'Practice sessions of schools within reach, newest first' })
  list(@CurrentRequest() request: Request, @Query() query: PageQuery): Promise<PracticePage> {
    return this.find.list(request, query);
  }

  @Get('mine')
  @Allow('practice.instruct')
  @ApiOperation({ summary: 'Where the caller instructs, and the session that goes on' })
  mine(@CurrentRequest() request: Request): Promise<OwnPractice> {
    return this.find.own(request);
  }

  @Post()
  @Allow('practice.instruct')
  @ApiOperation({
    summary: 'An instructor opens a session: pupils without certificate may weld on the listed machines',
  })
  async open(@CurrentRequest() request: Request, @Body() body: OpenPracticeRequest): Promise<PracticeView> {
    return answer(await this.opening.execute(request, body));
  }

  @Post(':id/presence')
  @HttpCode(200)
  @Allow('practice.instruct')
  @ApiOperation({
    summary: 'The instructor shows to be there: scans a machine of the session, at the school’s own place',
  })
  async confirm(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @Body() body: ConfirmPresenceRequest,
  ): Promise<PracticeView> {
    return answer(await this.leading.confirm(request, id, body));
  }

  @Post(':id/pupils')
  @HttpCode(200)
  @Allow('practice.instruct')
  @ApiOperation({ summary: 'Takes one more pupil into the session' })
  async addPupil(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @Body() { pupilCode }: AddPupilRequest,
  ): Promise<PracticeView> {
    return answer(await this.leading.addPupil(request, id, pupilCode));
  }

  @Post(':id/end')
  @HttpCode(200)
  @Allow('practice.instruct')
  @ApiOperation({ summary: 'Ends the session; jobs of its pupils end at once' })
  async end(@CurrentRequest() request: Request, @Param('id') id: string): Promise<PracticeView> {
    return answer(await this.leading.end(request, id));
  }
}
