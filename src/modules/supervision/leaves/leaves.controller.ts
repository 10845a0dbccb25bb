import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentRequest, type Request } from '../../../platform/auth/request';
import { answer } from '../../../platform/http/answer';
import { PageQuery } from '../../../platform/http/page';
import { Allow } from '../../identity/allow.decorator';
import { KeepLeaves } from './keep-leaves';
import { LeavePage, LeaveRequest } from './leave.dto';

class LeaveId {
  id: string;
}

@ApiTags('violations')
@Controller('leaves')
export class LeavesController {
  constructor(private readonly leaves: KeepLeaves) {}

  @Get()
  @Allow('leave.write')
  @ApiOperation({ summary: 'Who is away, and who has their cases meanwhile; newest first' })
  list(@CurrentRequest() request: Request, @Query() query: PageQuery): Promise<LeavePage> {
    return this.leaves.list(request, query);
  }

  @Post()
  @Allow('leave.write')
  @ApiOperation({ summary: 'Says when somebody is away: their cases go to the deputy, else to whoever is next' })
  async enter(@CurrentRequest() request: Request, @Body() body: LeaveRequest): Promise<LeaveId> {
    return answer(await this.leaves.enter(request, body));
  }

  @Post(':id/end')
  @HttpCode(200)
  @Allow('leave.write')
  @ApiOperation({ summary: 'They are back earlier' })
  async end(@CurrentRequest() request: Request, @Param('id') id: string): Promise<LeaveId> {
    return answer(await this.leaves.end(request, id));
  }
}
