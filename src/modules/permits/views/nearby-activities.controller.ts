import { Body, Controller, Delete, Get, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentCaller } from '../../../platform/auth/access.decorator';
import type { Caller } from '../../../platform/auth/caller';
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
  async create(@CurrentCaller() caller: Caller, @Body() body: NearbyActivityRequest): Promise<NearbyActivityView> {
    return answer(await this.declare.execute(caller, body));
  }

  @Get()
  @Allow('permit.read')
  @ApiOperation({ summary: 'Declared activities, newest first' })
  list(@CurrentCaller() caller: Caller, @Query() query: NearbyActivityQuery): Promise<NearbyActivityPage> {
    return this.find.list(caller, query);
  }

  @Delete(':id')
  @Allow('permit.write')
  @ApiOperation({ summary: 'Withdraws one: hot work near need not keep away any more' })
  async remove(@CurrentCaller() caller: Caller, @Param('id') id: string): Promise<NearbyActivityView> {
    return answer(await this.withdraw.execute(caller, id));
  }
}
