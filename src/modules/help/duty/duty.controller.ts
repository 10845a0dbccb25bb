import { Body, Controller, Delete, Get, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentRequest, type Request } from '../../../platform/auth/request';
import { answer } from '../../../platform/http/answer';
import { PageQuery } from '../../../platform/http/page';
import { Allow } from '../../identity/allow.decorator';
import { DutyShiftPage, DutyShiftRequest, DutyShiftView } from './duty.dto';
import { KeepRoster } from './keep-roster';

@ApiTags('help')
@Controller('duty-shifts')
export class DutyController {
  constructor(private readonly roster: KeepRoster) {}

  @Get()
  @Allow('duty.read')
  @ApiOperation({ summary: 'Who is on duty now and later, the last one entered first' })
  list(@CurrentRequest() request: Request, @Query() query: PageQuery): Promise<DutyShiftPage> {
    return this.roster.list(request, query);
  }

  @Post()
  @Allow('duty.write')
  @ApiOperation({
    summary: 'Puts somebody on the roster of a region; the nearest one around a place answers its phone',
  })
  async add(@CurrentRequest() request: Request, @Body() body: DutyShiftRequest): Promise<DutyShiftView> {
    return answer(await this.roster.add(request, body));
  }

  @Delete(':id')
  @Allow('duty.write')
  @ApiOperation({ summary: 'Ends a duty now, or takes one off the roster that has not begun' })
  async end(@CurrentRequest() request: Request, @Param('id') id: string): Promise<DutyShiftView> {
    return answer(await this.roster.end(request, id));
  }
}
