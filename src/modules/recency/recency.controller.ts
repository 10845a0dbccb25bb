import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentRequest, type Request } from '../../platform/auth/request';
import { answer } from '../../platform/http/answer';
import { Allow } from '../identity/allow.decorator';
import { KeepRecency } from './keep-recency';
import { DeclareRecencyRequest, RecencyView } from './recency.dto';

@ApiTags('recency')
@Controller('welders/:id/recency')
export class RecencyController {
  constructor(private readonly recency: KeepRecency) {}

  @Get()
  @Allow('welder.read')
  @ApiOperation({
    summary: 'Since when a welder is known to be at the trade; six months off it ask for a practical test',
  })
  async show(@CurrentRequest() request: Request, @Param('id') id: string): Promise<RecencyView> {
    return answer(await this.recency.show(request, id));
  }

  @Post()
  @HttpCode(200)
  @Allow('recency.declare')
  @ApiOperation({ summary: 'States work that the platform does not see, or a practical test that was passed' })
  async declare(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @Body() body: DeclareRecencyRequest,
  ): Promise<RecencyView> {
    return answer(await this.recency.declare(request, id, body));
  }
}
