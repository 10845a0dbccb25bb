import { Body, Controller, Header, HttpCode, Post } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { CurrentRequest, type Request } from '../../../platform/auth/request';
import { answer } from '../../../platform/http/answer';
import { Allow } from '../../identity/allow.decorator';
import { BlankCodesRequest, ExternalCodeRequest, ExternalCodeView } from './code.dto';
import { PrintBlankCodes } from './print-blank-codes';
import { RegisterExternalCode } from './register-external-code';

@ApiTags('registry')
@Controller()
export class CodesController {
  constructor(
    private readonly blanks: PrintBlankCodes,
    private readonly externals: RegisterExternalCode,
  ) {}

  @Post('codes/blank')
  @HttpCode(200)
  @Allow('code.print')
  @Header('content-type', 'application/pdf')
  @ApiProduces('application/pdf')
  @ApiOperation({ summary: 'Makes blank codes and prints them on A4 sheets' })
  blank(@CurrentRequest() request: Request, @Body() { count }: BlankCodesRequest): Promise<Buffer> {
    return this.blanks.execute(request, count);
  }

  @Post('external-codes')
  @Allow('machine.write')
  @ApiOperation({ summary: 'Makes another system’s code known to every scanner' })
  async external(@CurrentRequest() request: Request, @Body() body: ExternalCodeRequest): Promise<ExternalCodeView> {
    return answer(await this.externals.execute(request, body));
  }
}
