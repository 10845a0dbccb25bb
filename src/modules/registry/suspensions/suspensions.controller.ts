import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { SUSPENSION_COMMANDS } from '../../../domain/registry/suspension';
import { CurrentRequest, type Request } from '../../../platform/auth/request';
import { answer } from '../../../platform/http/answer';
import { Allow } from '../../identity/allow.decorator';
import { SuspendWelders } from './suspend-welders';
import { SuspendWelderRequest, SuspensionCommandRequest, Suspensions, SuspensionView } from './suspension.dto';

@ApiTags('registry')
@Controller()
export class SuspensionsController {
  constructor(private readonly suspensions: SuspendWelders) {}

  @Get('me/suspensions')
  @Allow('self.read')
  @ApiOperation({ summary: 'Why the caller gets no power, until when, and how to appeal' })
  own(@CurrentRequest() request: Request): Promise<Suspensions> {
    return this.suspensions.own(request);
  }

  @Get('welders/:id/suspensions')
  @Allow('welder.read')
  @ApiOperation({ summary: 'Suspensions of a welder with appeals and answers' })
  async list(@CurrentRequest() request: Request, @Param('id') id: string): Promise<Suspensions> {
    return answer(await this.suspensions.list(request, id));
  }

  @Post('welders/:id/suspensions')
  @Allow('welder.suspend')
  @ApiOperation({ summary: 'Takes the power from a welder until a day; a job that runs ends within a second' })
  async suspend(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @Body() body: SuspendWelderRequest,
  ): Promise<SuspensionView> {
    return answer(await this.suspensions.suspend(request, id, body));
  }

  @Post('welder-suspensions/:id/commands/:command')
  @HttpCode(200)
  @Allow('suspension.command')
  @ApiParam({ name: 'command', enum: SUSPENSION_COMMANDS })
  @ApiOperation({
    summary: '`appeal` is the welder’s; `grant` and `reject` are another official’s than the one who suspended',
  })
  async command(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @Param('command') command: string,
    @Body() { text }: SuspensionCommandRequest,
  ): Promise<SuspensionView> {
    return answer(await this.suspensions.command(request, id, command, text));
  }
}
