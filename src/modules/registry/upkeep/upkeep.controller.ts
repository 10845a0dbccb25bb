import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentRequest, type Request } from '../../../platform/auth/request';
import { answer } from '../../../platform/http/answer';
import { Allow } from '../../identity/allow.decorator';
import { KeepUpkeep } from './keep-upkeep';
import { ShowUpkeep } from './show-upkeep';
import { EndRepairRequest, MachineUpkeep, RecordCheckRequest, StartRepairRequest } from './upkeep.dto';

@ApiTags('registry')
@Controller('machines/:id')
export class UpkeepController {
  constructor(
    private readonly show: ShowUpkeep,
    private readonly keep: KeepUpkeep,
  ) {}

  @Get('upkeep')
  @Allow('machine.read')
  @ApiOperation({ summary: 'Safety checks and repairs of a machine, and the steps open to the caller' })
  async read(@CurrentRequest() request: Request, @Param('id') id: string): Promise<MachineUpkeep> {
    return answer(await this.show.execute(request, id));
  }

  @Post('checks')
  @Allow('machine.write')
  @ApiOperation({ summary: 'Records a safety check with a photo of its paper; the latest says until when it is good' })
  async check(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @Body() body: RecordCheckRequest,
  ): Promise<MachineUpkeep> {
    return answer(await this.keep.recordCheck(request, id, body));
  }

  @Post('repairs')
  @Allow('machine.write')
  @ApiOperation({ summary: 'Hands a machine to whoever repairs it; it is out of service from then on' })
  async repair(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @Body() body: StartRepairRequest,
  ): Promise<MachineUpkeep> {
    return answer(await this.keep.startRepair(request, id, body));
  }

  @Post('repairs/end')
  @HttpCode(200)
  @Allow('machine.write')
  @ApiOperation({ summary: 'Says what was repaired and when; a machine under repair comes back into service' })
  async end(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @Body() body: EndRepairRequest,
  ): Promise<MachineUpkeep> {
    return answer(await this.keep.endRepair(request, id, body));
  }
}
