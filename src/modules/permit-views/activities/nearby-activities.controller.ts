import { Body, Controller, Delete, Get, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentRequest, type Request } from '../../../platform/auth/request';
import { answer } from '../../../platform/http/answer';
import { Allow } from '../../identity/allow.decorator';
import { DeclareActivity } from './declare-activity';
import { FindActivities } from './find-activities';
import {
  NearbyActivityPage,
  NearbyActivityQuery,
  NearbyActivityRequest,
  NearbyActivityView,
} from './nearby-activity.dto';
import { WithdrawActivity } from './withdraw-activity';

@ApiTags('permits')
@Controller('nearby-activities')
export class NearbyActivitiesController {
  constructor(
    private readonly declare: DeclareActivity,
    private readonly withdraw: WithdrawActivity,
    private readonly find: FindActivities,
  ) {}

  @Post()
  @Allow('permit.write')
  @ApiOperation({ summary: 'Declares what hot work must keep away from: discharges, solvents, opening hours' })
  async create(@CurrentRequest() request: Request, @Body() body: NearbyActivityRequest): Promise<NearbyActivityView> {
    return answer(await this.declare.execute(request, body));
  }

  @Get()
  @Allow('permit.read')
  @ApiOperation({ summary: 'Declared activities, newest first' })
  list(@CurrentRequest() request: Request, @Query() query: NearbyActivityQuery): Promise<NearbyActivityPage> {
    return this.find.list(request, query);
  }

  @Delete(':id')
  @Allow('permit.write')
  @ApiOperation({ summary: 'Withdraws one: hot work near need not keep away any more' })
  async remove(@CurrentRequest() request: Request, @Param('id') id: string): Promise<NearbyActivityView> {
    return answer(await this.withdraw.execute(request, id));
  }
}
