import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentRequest, type Request } from '../../../platform/auth/request';
import { answer } from '../../../platform/http/answer';
import { Allow } from '../../identity/allow.decorator';
import { AcceptFinding } from './accept-finding';
import { FindFindings } from './find-findings';
import {
  AcceptFindingRequest,
  QualityFindingPage,
  QualityCounts,
  QualityCountsQuery,
  QualityQuery,
} from './quality.dto';

@ApiTags('inventory')
@Controller('data-quality')
export class QualityController {
  constructor(
    private readonly find: FindFindings,
    private readonly accepting: AcceptFinding,
  ) {}

  @Get('findings')
  @Allow('quality.read')
  @ApiOperation({ summary: '数据质量: what is missing or doubtful in the register, each with the page that mends it' })
  async page(@CurrentRequest() request: Request, @Query() query: QualityQuery): Promise<QualityFindingPage> {
    return answer(await this.find.page(request, query));
  }

  @Get('counts')
  @Allow('quality.read')
  @ApiOperation({ summary: 'How many findings of each kind, by the parts of a region' })
  async counts(@CurrentRequest() request: Request, @Query() query: QualityCountsQuery): Promise<QualityCounts> {
    return answer(await this.find.counts(request, query));
  }

  @Post('accept')
  @HttpCode(204)
  @Allow('quality.accept')
  @ApiOperation({ summary: '接受并说明理由: it comes back when the facts change' })
  async accept(@CurrentRequest() request: Request, @Body() body: AcceptFindingRequest): Promise<void> {
    answer(await this.accepting.execute(request, body));
  }
}
