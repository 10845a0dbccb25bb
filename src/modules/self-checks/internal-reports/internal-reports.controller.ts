import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentRequest, type Request } from '../../../platform/auth/request';
import { answer } from '../../../platform/http/answer';
import { Allow } from '../../identity/allow.decorator';
import { FindInternalReports } from './find-internal-reports';
import {
  AnswerReportRequest,
  InternalReportDetail,
  InternalReportPage,
  InternalReportQuery,
  ProposeInternalRewardRequest,
  RefuseInternalRewardRequest,
  ReportInternallyRequest,
} from './internal-report.dto';
import { ReportInternally } from './report-internally';
import { SettleInternalReport } from './settle-internal-report';

@ApiTags('self-checks')
@Controller('internal-reports')
export class InternalReportsController {
  constructor(
    private readonly report: ReportInternally,
    private readonly find: FindInternalReports,
    private readonly settle: SettleInternalReport,
  ) {}

  @Post()
  @Allow('internal-report.write')
  @ApiOperation({ summary: '内部报告: somebody of an enterprise tells it of a hazard, named or not' })
  async create(
    @CurrentRequest() request: Request,
    @Body() body: ReportInternallyRequest,
  ): Promise<InternalReportDetail> {
    return answer(await this.report.execute(request, body));
  }

  @Get()
  @Allow('internal-report.read')
  @ApiOperation({ summary: 'Of the enterprise all; of a region those that were not answered in time' })
  list(@CurrentRequest() request: Request, @Query() query: InternalReportQuery): Promise<InternalReportPage> {
    return this.find.list(request, query);
  }

  @Get('mine')
  @Allow('internal-report.write')
  @ApiOperation({ summary: 'What the caller reported, and what became of it' })
  mine(@CurrentRequest() request: Request, @Query() query: InternalReportQuery): Promise<InternalReportPage> {
    return this.find.mine(request, query);
  }

  @Get(':id')
  @Allow('self.read')
  @ApiOperation({ summary: 'One report: its reporter’s, its enterprise’s, or risen to the region' })
  async one(@CurrentRequest() request: Request, @Param('id') id: string): Promise<InternalReportDetail> {
    return answer(await this.find.one(request, id));
  }

  @Post(':id/answer')
  @HttpCode(200)
  @Allow('internal-report.answer')
  @ApiOperation({ summary: 'The enterprise answers; what was true becomes a hazard in its hands' })
  async answer(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @Body() body: AnswerReportRequest,
  ): Promise<InternalReportDetail> {
    return answer(await this.settle.answer(request, id, body));
  }

  @Post(':id/reward')
  @HttpCode(200)
  @Allow('internal-report.answer')
  @ApiOperation({ summary: 'Proposes a reward for a report that was true' })
  async propose(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @Body() body: ProposeInternalRewardRequest,
  ): Promise<InternalReportDetail> {
    return answer(await this.settle.propose(request, id, body));
  }

  @Post(':id/reward/approve')
  @HttpCode(200)
  @Allow('internal-report.decide')
  @ApiOperation({ summary: 'Approves a reward; never the one who proposed it' })
  async approve(@CurrentRequest() request: Request, @Param('id') id: string): Promise<InternalReportDetail> {
    return answer(await this.settle.decide(request, id, null));
  }

  @Post(':id/reward/refuse')
  @HttpCode(200)
  @Allow('internal-report.decide')
  @ApiOperation({ summary: 'Refuses a reward with a reason; another may be proposed' })
  async refuse(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @Body() { reason }: RefuseInternalRewardRequest,
  ): Promise<InternalReportDetail> {
    return answer(await this.settle.decide(request, id, reason.trim()));
  }

  @Post(':id/reward/receive')
  @HttpCode(200)
  @Allow('internal-report.write')
  @ApiOperation({ summary: 'The reporter says that the reward came' })
  async receive(@CurrentRequest() request: Request, @Param('id') id: string): Promise<InternalReportDetail> {
    return answer(await this.settle.receive(request, id));
  }
}
