import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentRequest, type Request } from '../../platform/auth/request';
import { answer } from '../../platform/http/answer';
import { Allow } from '../identity/allow.decorator';
import { FindArcs } from './find-arcs';
import { FindChipState } from './find-chip-state';
import { ArcPage, ArcPageQuery, ChipStateView } from './telemetry.dto';

@ApiTags('telemetry')
@Controller()
export class TelemetryController {
  constructor(
    private readonly findArcs: FindArcs,
    private readonly findChipState: FindChipState,
  ) {}

  @Get('machines/:id/arcs')
  @Allow('machine.read')
  @ApiOperation({ summary: 'Arcs of a machine with their verdicts, the latest first' })
  async arcs(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @Query() query: ArcPageQuery,
  ): Promise<ArcPage> {
    return answer(await this.findArcs.execute(request, id, query));
  }

  @Get('chips/:chipNo/state')
  @Allow('chip.read')
  @ApiOperation({ summary: 'What a chip told last: relay, arc, current, position' })
  async chip(@CurrentRequest() request: Request, @Param('chipNo') chipNo: string): Promise<ChipStateView> {
    return answer(await this.findChipState.execute(request, chipNo));
  }
}
