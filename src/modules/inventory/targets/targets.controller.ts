import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentRequest, type Request } from '../../../platform/auth/request';
import { answer } from '../../../platform/http/answer';
import { Allow } from '../../identity/allow.decorator';
import { FindTargets } from './find-targets';
import { SetTargets } from './set-targets';
import { SetTargetRequest, TargetList, TargetQuery, TargetView } from './target.dto';

@ApiTags('inventory')
@Controller('targets')
export class TargetsController {
  constructor(
    private readonly find: FindTargets,
    private readonly set: SetTargets,
  ) {}

  @Get()
  @Allow('target.read')
  @ApiOperation({ summary: '目标: how many by when, and how far it is' })
  async list(@CurrentRequest() request: Request, @Query() query: TargetQuery): Promise<TargetList> {
    return answer(await this.find.list(request, query));
  }

  @Post()
  @Allow('target.write')
  @ApiOperation({ summary: 'Sets a target of a region or a person; what is there today is its beginning' })
  async make(@CurrentRequest() request: Request, @Body() body: SetTargetRequest): Promise<TargetView> {
    return answer(await this.set.make(request, body));
  }

  @Post(':id/end')
  @HttpCode(204)
  @Allow('target.write')
  @ApiOperation({ summary: 'Ends a target: reached, or given up' })
  async end(@CurrentRequest() request: Request, @Param('id') id: string): Promise<void> {
    answer(await this.set.end(request, id));
  }
}
