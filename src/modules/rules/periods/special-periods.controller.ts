import { Body, Controller, Delete, Get, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentRequest, type Request } from '../../../platform/auth/request';
import { answer } from '../../../platform/http/answer';
import { Allow } from '../../identity/allow.decorator';
import { DeclareSpecialPeriod } from './declare-special-period';
import { EndSpecialPeriod } from './end-special-period';
import { FindSpecialPeriods } from './find-special-periods';
import { DeclarePeriodRequest, SpecialPeriodPage, SpecialPeriodsQuery, SpecialPeriodView } from './special-period.dto';

@ApiTags('rules')
@Controller('special-periods')
export class SpecialPeriodsController {
  constructor(
    private readonly find: FindSpecialPeriods,
    private readonly declare: DeclareSpecialPeriod,
    private readonly end: EndSpecialPeriod,
  ) {}

  @Get()
  @Allow('rule.read')
  @ApiOperation({ summary: 'Special periods, the last declared first' })
  list(@CurrentRequest() request: Request, @Query() query: SpecialPeriodsQuery): Promise<SpecialPeriodPage> {
    return this.find.list(request, query);
  }

  @Post()
  @Allow('period.write')
  @ApiOperation({ summary: 'Declares a special period for a region and all below it' })
  async create(@CurrentRequest() request: Request, @Body() body: DeclarePeriodRequest): Promise<SpecialPeriodView> {
    return answer(await this.declare.execute(request, body));
  }

  @Delete(':id')
  @Allow('period.write')
  @ApiOperation({ summary: 'Ends a special period now' })
  async remove(@CurrentRequest() request: Request, @Param('id') id: string): Promise<SpecialPeriodView> {
    return answer(await this.end.execute(request, id));
  }
}
