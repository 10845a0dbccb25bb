import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentRequest, type Request } from '../../../platform/auth/request';
import { answer } from '../../../platform/http/answer';
import { Allow } from '../../identity/allow.decorator';
import { CheckTip } from './check-tip';
import { CheckTipRequest, HandBackRequest, TipTaskList, TipTaskView } from './tip-task.dto';

@ApiTags('tips')
@Controller('tip-tasks')
export class TipTasksController {
  constructor(private readonly tasks: CheckTip) {}

  @Get()
  @Allow('tip.check')
  @ApiOperation({ summary: 'Tips that the caller was sent to look into, without a word of the reporter' })
  list(@CurrentRequest() request: Request): Promise<TipTaskList> {
    return this.tasks.list(request);
  }

  @Get(':id')
  @Allow('tip.check')
  @ApiOperation({ summary: 'One of them' })
  async one(@CurrentRequest() request: Request, @Param('id') id: string): Promise<TipTaskView> {
    return answer(await this.tasks.one(request, id));
  }

  @Post(':id/check')
  @HttpCode(200)
  @Allow('tip.check')
  @ApiOperation({ summary: 'What was found on the spot; what is true becomes a case' })
  async check(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @Body() body: CheckTipRequest,
  ): Promise<TipTaskView> {
    return answer(await this.tasks.check(request, id, body));
  }

  @Post(':id/hand-back')
  @HttpCode(204)
  @Allow('tip.check')
  @ApiOperation({ summary: 'Hands the task back to the tip desk with a reason' })
  async handBack(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @Body() body: HandBackRequest,
  ): Promise<void> {
    answer(await this.tasks.handBack(request, id, body));
  }
}
