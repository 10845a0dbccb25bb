import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentRequest, type Request } from '../../../platform/auth/request';
import { answer } from '../../../platform/http/answer';
import { Allow } from '../../identity/allow.decorator';
import { AnswerSelfCheck } from './answer-self-check';
import { FindSelfChecks } from './find-self-checks';
import {
  AnswerSelfCheckRequest,
  SelfCheckDetail,
  SelfCheckFigures,
  SelfCheckFiguresQuery,
  SelfCheckPage,
  SelfCheckQuery,
  SignSelfCheckRequest,
} from './self-check.dto';

@ApiTags('self-checks')
@Controller('self-checks')
export class SelfChecksController {
  constructor(
    private readonly find: FindSelfChecks,
    private readonly answers: AnswerSelfCheck,
  ) {}

  @Post()
  @Allow('self-check.write')
  @ApiOperation({
    summary: '企业自查: the check of the running period of the caller’s enterprise, begun or gone on with',
  })
  async begin(@CurrentRequest() request: Request, @Body() body: AnswerSelfCheckRequest): Promise<SelfCheckDetail> {
    return answer(await this.answers.begin(request, body.answers ?? []));
  }

  @Get()
  @Allow('self-check.read')
  @ApiOperation({ summary: 'Self-checks, newest first: due, overdue, signed' })
  list(@CurrentRequest() request: Request, @Query() query: SelfCheckQuery): Promise<SelfCheckPage> {
    return this.find.list(request, query);
  }

  @Get('figures')
  @Allow('self-check.read')
  @ApiOperation({ summary: 'By town: signed, due and overdue self-checks of a year, and what they found' })
  figures(
    @CurrentRequest() request: Request,
    @Query() { regionCode }: SelfCheckFiguresQuery,
  ): Promise<SelfCheckFigures> {
    return this.find.figures(request, regionCode);
  }

  @Get(':id')
  @Allow('self-check.read')
  @ApiOperation({ summary: 'One self-check: its items with their answers, and the hazards it led to' })
  async one(@CurrentRequest() request: Request, @Param('id') id: string): Promise<SelfCheckDetail> {
    return answer(await this.find.one(request, id));
  }

  @Post(':id/answers')
  @HttpCode(200)
  @Allow('self-check.write')
  @ApiOperation({ summary: 'Keeps answers; those of other items stay' })
  async keep(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @Body() body: AnswerSelfCheckRequest,
  ): Promise<SelfCheckDetail> {
    return answer(await this.answers.answer(request, id, body.answers ?? []));
  }

  @Post(':id/sign')
  @HttpCode(200)
  @Allow('self-check.sign')
  @ApiOperation({ summary: 'The principal signs: what is not in order becomes a hazard of the enterprise' })
  async sign(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @Body() body: SignSelfCheckRequest,
  ): Promise<SelfCheckDetail> {
    return answer(await this.answers.sign(request, id, body));
  }
}
