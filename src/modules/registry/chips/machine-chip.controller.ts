import { Body, Controller, Delete, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentCaller } from '../../../platform/auth/access.decorator';
import type { Caller } from '../../../platform/auth/caller';
import { answer } from '../../../platform/http/answer';
import { Allow } from '../../identity/allow.decorator';
import { BindChipRequest, MachineView } from '../machines/machine.dto';
import { BindChip } from './bind-chip';

@ApiTags('registry')
@Controller('machines/:id/chip')
export class MachineChipController {
  constructor(private readonly chip: BindChip) {}

  @Post()
  @HttpCode(200)
  @Allow('machine.bind')
  @ApiOperation({ summary: 'Binds a chip that was fitted' })
  async bind(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Body() { chipNo }: BindChipRequest,
  ): Promise<MachineView> {
    return answer(await this.chip.bind(caller, id, chipNo));
  }

  @Delete()
  @Allow('machine.bind')
  @ApiOperation({ summary: 'Takes the chip off' })
  async unbind(@CurrentCaller() caller: Caller, @Param('id') id: string): Promise<MachineView> {
    return answer(await this.chip.unbind(caller, id));
  }
}
