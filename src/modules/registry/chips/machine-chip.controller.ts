import { Body, Controller, Delete, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentRequest, type Request } from '../../../platform/auth/request';
import { answer } from '../../../platform/http/answer';
import { Allow } from '../../identity/allow.decorator';
import { BindChipRequest } from '../machines/machine.dto';
import { MachineView } from '../machines/machine-view.dto';
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
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @Body() { chipNo }: BindChipRequest,
  ): Promise<MachineView> {
    return answer(await this.chip.bind(request, id, chipNo));
  }

  @Delete()
  @Allow('machine.bind')
  @ApiOperation({ summary: 'Takes the chip off' })
  async unbind(@CurrentRequest() request: Request, @Param('id') id: string): Promise<MachineView> {
    return answer(await this.chip.unbind(request, id));
  }
}
