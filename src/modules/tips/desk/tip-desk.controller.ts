import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiConflictResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { TIP_COMMANDS } from '../../../domain/tips/tip-life-cycle';
import { CurrentRequest, type Request } from '../../../platform/auth/request';
import { answer } from '../../../platform/http/answer';
import { Allow } from '../../identity/allow.decorator';
import { OpenIdentity } from '../identity/open-identity';
import { ProposeReward } from '../rewards/propose-reward';
import { ProposeRewardRequest, RewardView } from '../rewards/reward.dto';
import { CommandTip } from './command-tip';
import { FindTips } from './find-tips';
import {
  HandlerChoices,
  TipIdentityRequest,
  TipIdentityView,
  TipCommandRequest,
  TipDetail,
  TipPage,
  TipQuery,
} from './tip-desk.dto';

@ApiTags('tips')
@Controller('tip-desk')
export class TipDeskController {
  constructor(
    private readonly find: FindTips,
    private readonly commandTip: CommandTip,
    private readonly identities: OpenIdentity,
    private readonly rewards: ProposeReward,
  ) {}

  @Get()
  @Allow('tip.desk')
  @ApiOperation({ summary: 'Tips of the region, newest first' })
  list(@CurrentRequest() request: Request, @Query() query: TipQuery): Promise<TipPage> {
    return this.find.list(request, query);
  }

  @Get(':id')
  @Allow('tip.desk')
  @ApiOperation({ summary: 'One tip with photos, steps and what may be the same' })
  async one(@CurrentRequest() request: Request, @Param('id') id: string): Promise<TipDetail> {
    return answer(await this.find.one(request, id));
  }

  @Get(':id/handlers')
  @Allow('tip.desk')
  @ApiOperation({ summary: 'Inspectors and grid workers of the place, who may be sent' })
  async handlers(@CurrentRequest() request: Request, @Param('id') id: string): Promise<HandlerChoices> {
    return answer(await this.find.handlers(request, id));
  }

  @Post(':id/commands/:command')
  @HttpCode(200)
  @Allow('tip.desk')
  @ApiParam({ name: 'command', enum: TIP_COMMANDS })
  @ApiOperation({ summary: 'Accepted, declined, merged, sent out, answered, closed' })
  @ApiConflictResponse({ description: 'problem `tip.command-not-open` with `commands[]`' })
  async command(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @Param('command') name: string,
    @Body() body: TipCommandRequest,
  ): Promise<TipDetail> {
    return answer(await this.commandTip.execute(request, id, name, body));
  }

  @Post(':id/identity')
  @HttpCode(200)
  @Allow('tip.identity')
  @ApiOperation({ summary: 'Who reported: to a tip officer of the place alone; the look and its reason are kept' })
  async identity(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @Body() { reason }: TipIdentityRequest,
  ): Promise<TipIdentityView> {
    return answer(await this.identities.execute(request, id, reason.trim()));
  }

  @Post(':id/reward')
  @Allow('tip.desk')
  @ApiOperation({ summary: 'Proposes the reward that the rules give; somebody else approves it' })
  async reward(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @Body() { insider }: ProposeRewardRequest,
  ): Promise<RewardView> {
    return answer(await this.rewards.execute(request, id, insider ?? false));
  }
}
