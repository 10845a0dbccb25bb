import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentRequest, type Request } from '../../../platform/auth/request';
import { answer } from '../../../platform/http/answer';
import { Allow } from '../../identity/allow.decorator';
import { DrillDutyPage, DrillDutyQuery, DrillPage, DrillQuery, DrillView, RecordDrillRequest } from './drill.dto';
import { RecordDrill } from './record-drill';

@ApiTags('self-checks')
@Controller('drills')
export class DrillsController {
  constructor(private readonly drills: RecordDrill) {}

  @Post()
  @Allow('drill.write')
  @ApiOperation({ summary: '疏散演练: what was held, who took part, what fell short' })
  async record(@CurrentRequest() request: Request, @Body() body: RecordDrillRequest): Promise<DrillView> {
    return answer(await this.drills.execute(request, body));
  }

  @Get()
  @Allow('drill.read')
  @ApiOperation({ summary: 'Drills, newest first' })
  list(@CurrentRequest() request: Request, @Query() query: DrillQuery): Promise<DrillPage> {
    return this.drills.list(request, query);
  }

  @Get('duties')
  @Allow('drill.read')
  @ApiOperation({ summary: 'When each enterprise held its last drill, and until when it owes the next' })
  duties(@CurrentRequest() request: Request, @Query() query: DrillDutyQuery): Promise<DrillDutyPage> {
    return this.drills.duties(request, query);
  }
}
