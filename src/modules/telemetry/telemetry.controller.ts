import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentRequest, type Request } from '../../platform/auth/request';
import { answer } from '../../platform/http/answer';
import { Allow } from '../identity/allow.decorator';
import { FindArcs } from './find-arcs';
import { FindChipState } from './find-chip-state';
import { ResetBoot } from './reset-boot';
import { ArcPage, ArcPageQuery, BootResetView, ChipStateView, ResetBootRequest } from './telemetry.dto';

@ApiTags('telemetry')
@Controller()
export class TelemetryController {
  constructor(
    private readonly findArcs: FindArcs,
    private readonly findChipState: FindChipState,
    private readonly resetBoot: ResetBoot,
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

  @Post('chips/:chipNo/reset-boot')
  @HttpCode(200)
  @Allow('chip.reset')
  @ApiOperation({ summary: 'Forgets the chip’s boot number: its next one is believed, however far it jumped' })
  async reset(
    @CurrentRequest() request: Request,
    @Param('chipNo') chipNo: string,
    @Body() { reason }: ResetBootRequest,
  ): Promise<BootResetView> {
    return answer(await this.resetBoot.execute(request, chipNo, reason));
  }
}
