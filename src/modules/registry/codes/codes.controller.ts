import { Body, Controller, Header, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { CurrentRequest, type Request } from '../../../platform/auth/request';
import { answer } from '../../../platform/http/answer';
import { Allow } from '../../identity/allow.decorator';
import { MachineView } from '../machines/machine-view.dto';
import { BlankCodesRequest, ExternalCodeRequest, ExternalCodeView, ReplaceCodeRequest } from './code.dto';
import { PrintBlankCodes } from './print-blank-codes';
import { RegisterExternalCode } from './register-external-code';
import { ReplaceCode } from './replace-code';

@ApiTags('registry')
@Controller()
export class CodesController {
  constructor(
    private readonly blanks: PrintBlankCodes,
    private readonly externals: RegisterExternalCode,
    private readonly replace: ReplaceCode,
  ) {}

  @Post('codes/blank')
  @HttpCode(200)
  @Allow('code.print')
  @Header('content-type', 'application/pdf')
  @ApiProduces('application/pdf')
  @ApiOperation({ summary: 'Makes a roll of blank codes and prints it, on A4 sheets or one sticker a page' })
  async blank(@CurrentRequest() request: Request, @Body() body: BlankCodesRequest): Promise<Buffer> {
    return answer(await this.blanks.execute(request, body.count, body));
  }

  @Post('machines/:id/code')
  @HttpCode(200)
  @Allow('machine.write')
  @ApiOperation({ summary: 'Sticks a blank code on a machine instead of its old one, which goes on saying so' })
  async put(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @Body() body: ReplaceCodeRequest,
  ): Promise<MachineView> {
    return answer(await this.replace.execute(request, id, body));
  }

  @Post('external-codes')
  @Allow('machine.write')
  @ApiOperation({ summary: 'Makes another system’s code known to every scanner' })
  async external(@CurrentRequest() request: Request, @Body() body: ExternalCodeRequest): Promise<ExternalCodeView> {
    return answer(await this.externals.execute(request, body));
  }
}
