import { Body, Controller, Delete, Get, Header, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { CurrentRequest, type Request } from '../../../platform/auth/request';
import { answer } from '../../../platform/http/answer';
import { Allow } from '../../identity/allow.decorator';
import { MachineView } from '../machines/machine-view.dto';
import {
  BlankCodesRequest,
  ExternalCodeList,
  ExternalCodeQuery,
  ExternalCodeRequest,
  ExternalCodeView,
  RemoveExternalCodeQuery,
  ReplaceCodeRequest,
} from './code.dto';
import { ExternalCodes } from './external-codes';
import { PrintBlankCodes } from './print-blank-codes';
import { ReplaceCode } from './replace-code';

@ApiTags('registry')
@Controller()
export class CodesController {
  constructor(
    private readonly blanks: PrintBlankCodes,
    private readonly externals: ExternalCodes,
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

  @Get('external-codes')
  @Allow('machine.read')
  @ApiOperation({ summary: 'Stickers of other systems on a machine or a welder’s card' })
  async list(@CurrentRequest() request: Request, @Query() query: ExternalCodeQuery): Promise<ExternalCodeList> {
    return answer(await this.externals.list(request, query));
  }

  @Delete('external-codes')
  @HttpCode(204)
  @Allow('machine.write')
  @ApiOperation({ summary: 'It stands for this thing no more: it was read wrongly, or is stuck on something else' })
  async remove(@CurrentRequest() request: Request, @Query() { content }: RemoveExternalCodeQuery): Promise<void> {
    answer(await this.externals.remove(request, content));
  }

  @Post('external-codes')
  @Allow('machine.write')
  @ApiOperation({ summary: 'Makes another system’s code known to every scanner' })
  async external(@CurrentRequest() request: Request, @Body() body: ExternalCodeRequest): Promise<ExternalCodeView> {
    return answer(await this.externals.register(request, body));
  }
}
