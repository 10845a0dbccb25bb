import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentRequest, type Request } from '../../../platform/auth/request';
import { answer } from '../../../platform/http/answer';
import { Allow } from '../../identity/allow.decorator';
import { CalendarYearParam, CalendarYearView, ReplaceCalendarRequest } from './calendar.dto';
import { FindCalendarYear } from './find-calendar-year';
import { ReplaceCalendarYear } from './replace-calendar-year';

@ApiTags('rules')
@Controller('calendar')
export class CalendarController {
  constructor(
    private readonly find: FindCalendarYear,
    private readonly replace: ReplaceCalendarYear,
  ) {}

  @Get(':year')
  @Allow('rule.read')
  @ApiOperation({ summary: 'Holidays and working weekends of a year' })
  one(@CurrentRequest() request: Request, @Param() { year }: CalendarYearParam): Promise<CalendarYearView> {
    return this.find.one(request, year);
  }

  @Put(':year')
  @Allow('rule.write')
  @ApiOperation({ summary: 'Replaces a year’s table ahead; a year that has begun only gains days to come' })
  async put(
    @CurrentRequest() request: Request,
    @Param() { year }: CalendarYearParam,
    @Body() body: ReplaceCalendarRequest,
  ): Promise<CalendarYearView> {
    return answer(await this.replace.execute(request, year, body));
  }
}
