import { Body, Controller, Delete, Get, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentRequest, type Request } from '../../../platform/auth/request';
import { answer } from '../../../platform/http/answer';
import { Allow } from '../../identity/allow.decorator';
import { FindRollOutModes } from './find-roll-out-modes';
import { PlanRollOutMode } from './plan-roll-out-mode';
import { PlanModeRequest, RollOutModePage, RollOutModesQuery, RollOutModeView } from './roll-out-mode.dto';
import { WithdrawRollOutMode } from './withdraw-roll-out-mode';

@ApiTags('rules')
@Controller('roll-out-modes')
export class RollOutModesController {
  constructor(
    private readonly find: FindRollOutModes,
    private readonly plan: PlanRollOutMode,
    private readonly withdraw: WithdrawRollOutMode,
  ) {}

  @Get()
  @Allow('rule.read')
  @ApiOperation({ summary: 'How strictly each topic is checked, by region and date, with history' })
  list(@CurrentRequest() request: Request, @Query() query: RollOutModesQuery): Promise<RollOutModePage> {
    return this.find.list(request, query);
  }

  @Post()
  @Allow('mode.write')
  @ApiOperation({ summary: 'Plans a mode ahead of its date' })
  async create(@CurrentRequest() request: Request, @Body() body: PlanModeRequest): Promise<RollOutModeView> {
    return answer(await this.plan.execute(request, body));
  }

  @Delete(':id')
  @Allow('mode.write')
  @ApiOperation({ summary: 'Withdraws a planned mode before it begins' })
  async remove(@CurrentRequest() request: Request, @Param('id') id: string): Promise<RollOutModeView> {
    return answer(await this.withdraw.execute(request, id));
  }
}
