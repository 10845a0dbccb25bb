import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { HANDOVER_COMMANDS } from '../../../domain/registry/machine-handover';
import { CurrentRequest, type Request } from '../../../platform/auth/request';
import { answer } from '../../../platform/http/answer';
import { Allow } from '../../identity/allow.decorator';
import { HandOverMachines } from './hand-over-machines';
import { AnswerHandoverRequest, MachineHandoverPage, MachineHandoverQuery, MachineHandoverView, OfferMachineRequest } from './handover.dto'; // prettier-ignore

@ApiTags('registry')
@Controller()
export class HandoversController {
  constructor(private readonly handovers: HandOverMachines) {}

  @Get('machine-handovers')
  @Allow('machine.read')
  @ApiOperation({ summary: 'Machines that were sold, rented out or lent, newest first' })
  list(@CurrentRequest() request: Request, @Query() query: MachineHandoverQuery): Promise<MachineHandoverPage> {
    return this.handovers.list(request, query);
  }

  @Post('machines/:id/handovers')
  @Allow('machine.hand-over')
  @ApiOperation({ summary: 'Sells, rents out or lends a machine; it counts once the receiver has confirmed' })
  async offer(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @Body() body: OfferMachineRequest,
  ): Promise<MachineHandoverView> {
    return answer(await this.handovers.offer(request, id, body));
  }

  @Post('machine-handovers/:id/commands/:command')
  @HttpCode(200)
  @Allow('machine.receive')
  @ApiParam({ name: 'command', enum: HANDOVER_COMMANDS })
  @ApiOperation({ summary: '`confirm` and `refuse` are the receiver’s, `withdraw` and `return` the giver’s' })
  async command(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @Param('command') command: string,
    @Body() body: AnswerHandoverRequest,
  ): Promise<MachineHandoverView> {
    return answer(await this.handovers.command(request, id, command, body));
  }
}
