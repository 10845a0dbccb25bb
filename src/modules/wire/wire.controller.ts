import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentRequest, type Request } from '../../platform/auth/request';
import { answer } from '../../platform/http/answer';
import { Allow } from '../identity/allow.decorator';
import { ConfigureChip } from './configure-chip';
import { RotateSecret } from './rotate-secret';
import { ShowWire } from './show-wire';
import { ConfigureChipRequest, RotateSecretRequest, WireView } from './wire.dto';

@ApiTags('wire')
@Controller('chips')
export class WireController {
  constructor(
    private readonly rotateSecret: RotateSecret,
    private readonly configureChip: ConfigureChip,
    private readonly show: ShowWire,
  ) {}

  @Get(':chipNo/wire')
  @Allow('chip.read')
  @ApiOperation({ summary: 'Keys, secret and settings of a chip: what it holds and what it waits for' })
  async wire(@CurrentRequest() request: Request, @Param('chipNo') chipNo: string): Promise<WireView> {
    return answer(await this.show.execute(request, chipNo));
  }

  @Post(':chipNo/rotate')
  @HttpCode(200)
  @Allow('chip.rotate')
  @ApiOperation({
    summary: 'Agrees a new secret with the chip; the old one holds until the chip has come back under it',
  })
  async rotate(
    @CurrentRequest() request: Request,
    @Param('chipNo') chipNo: string,
    @Body() { reason }: RotateSecretRequest,
  ): Promise<WireView> {
    return answer(await this.rotateSecret.execute(request, chipNo, reason));
  }

  @Post(':chipNo/configure')
  @HttpCode(200)
  @Allow('chip.configure')
  @ApiOperation({ summary: 'Intervals and thresholds of a chip' })
  async configure(
    @CurrentRequest() request: Request,
    @Param('chipNo') chipNo: string,
    @Body() body: ConfigureChipRequest,
  ): Promise<WireView> {
    return answer(await this.configureChip.execute(request, chipNo, body));
  }
}
