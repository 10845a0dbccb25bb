import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentRequest, type Request } from '../../../platform/auth/request';
import { answer } from '../../../platform/http/answer';
import { Allow } from '../../identity/allow.decorator';
import { TakeOverGrids } from './take-over-grids';
import { TakeoverRequest, TakeoverView } from './takeover.dto';

@ApiTags('grids')
@Controller('grids')
export class TakeoverController {
  constructor(private readonly takeOver: TakeOverGrids) {}

  @Post('takeover')
  @HttpCode(200)
  @Allow('grid.write')
  @ApiOperation({ summary: 'A grid worker leaves: all posts and open cases go to the successor in one step' })
  async execute(@CurrentRequest() request: Request, @Body() body: TakeoverRequest): Promise<TakeoverView> {
    return answer(await this.takeOver.execute(request, body));
  }
}
