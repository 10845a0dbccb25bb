import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentRequest, type Request } from '../../../platform/auth/request';
import { answer } from '../../../platform/http/answer';
import { Allow } from '../../identity/allow.decorator';
import { PayRewardRequest, RefuseRewardRequest, RewardPage, RewardQuery, RewardView } from './reward.dto';
import { SettleReward } from './settle-reward';

@ApiTags('tips')
@Controller('tip-rewards')
export class RewardsController {
  constructor(private readonly settle: SettleReward) {}

  @Get()
  @Allow('tip-reward.read')
  @ApiOperation({ summary: 'The ledger of rewards: case and sum, newest first' })
  list(@CurrentRequest() request: Request, @Query() query: RewardQuery): Promise<RewardPage> {
    return this.settle.list(request, query);
  }

  @Post('pay')
  @HttpCode(200)
  @Allow('tip-reward.pay')
  @ApiOperation({ summary: 'Pays against tracking code and PIN; nobody asks for a name' })
  async pay(@CurrentRequest() request: Request, @Body() body: PayRewardRequest): Promise<RewardView> {
    return answer(await this.settle.pay(request, body));
  }

  @Post(':id/approve')
  @HttpCode(200)
  @Allow('tip-reward.decide')
  @ApiOperation({ summary: 'Approves; never the one who proposed' })
  async approve(@CurrentRequest() request: Request, @Param('id') id: string): Promise<RewardView> {
    return answer(await this.settle.decide(request, id, null));
  }

  @Post(':id/refuse')
  @HttpCode(200)
  @Allow('tip-reward.decide')
  @ApiOperation({ summary: 'Refuses with a reason; it may be proposed anew' })
  async refuse(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @Body() { reason }: RefuseRewardRequest,
  ): Promise<RewardView> {
    return answer(await this.settle.decide(request, id, reason.trim()));
  }
}
