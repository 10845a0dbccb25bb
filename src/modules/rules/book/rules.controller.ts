import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentRequest, type Request } from '../../../platform/auth/request';
import { answer } from '../../../platform/http/answer';
import { Allow } from '../../identity/allow.decorator';
import { FindRules } from './find-rules';
import { PlanRule } from './plan-rule';
import { PreviewRule } from './preview-rule';
import {
  RuleList,
  RulePreview,
  RuleProposalRequest,
  RulesQuery,
  RuleVersionPage,
  RuleVersionsQuery,
  RuleVersionView,
} from './rule.dto';
import { WithdrawRule } from './withdraw-rule';

@ApiTags('rules')
@Controller('rules')
export class RulesController {
  constructor(
    private readonly find: FindRules,
    private readonly plan: PlanRule,
    private readonly preview: PreviewRule,
    private readonly withdraw: WithdrawRule,
  ) {}

  @Get()
  @Allow('rule.read')
  @ApiOperation({ summary: 'The rules in force, with their sources' })
  current(@CurrentRequest() request: Request, @Query() query: RulesQuery): Promise<RuleList> {
    return this.find.current(request, query);
  }

  @Get(':key/versions')
  @Allow('rule.read')
  @ApiOperation({ summary: 'Past, running and planned versions of a rule, the latest first' })
  async versions(
    @CurrentRequest() request: Request,
    @Param('key') key: string,
    @Query() query: RuleVersionsQuery,
  ): Promise<RuleVersionPage> {
    return answer(await this.find.versions(request, key, query));
  }

  @Post()
  @Allow('rule.tighten')
  @ApiOperation({
    summary:
      'Adds a version ahead of its date: a regulator a stricter one for the own region; the past is never edited',
  })
  async create(@CurrentRequest() request: Request, @Body() body: RuleProposalRequest): Promise<RuleVersionView> {
    return answer(await this.plan.execute(request, body));
  }

  @Post('preview')
  @HttpCode(200)
  @Allow('rule.tighten')
  @ApiOperation({ summary: 'What a version would change, and how many permits and machines it concerns' })
  async show(@CurrentRequest() request: Request, @Body() body: RuleProposalRequest): Promise<RulePreview> {
    return answer(await this.preview.execute(request, body));
  }

  @Delete('versions/:id')
  @Allow('rule.tighten')
  @ApiOperation({ summary: 'Withdraws a planned version before it begins' })
  async remove(@CurrentRequest() request: Request, @Param('id') id: string): Promise<RuleVersionView> {
    return answer(await this.withdraw.execute(request, id));
  }
}
