import { Body, Controller, Get, Header, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { CurrentCaller } from '../../../platform/auth/access.decorator';
import type { Caller } from '../../../platform/auth/caller';
import { answer } from '../../../platform/http/answer';
import { Allow } from '../../identity/allow.decorator';
import { LabelSheetRequest } from './label.dto';
import { PrintMachineLabels } from './print-machine-labels';

@ApiTags('registry')
@Controller('machines')
export class LabelsController {
  constructor(private readonly print: PrintMachineLabels) {}

  @Get(':id/label.svg')
  @Allow('code.print')
  @Header('content-type', 'image/svg+xml')
  @ApiProduces('image/svg+xml')
  @ApiOperation({ summary: 'The machine’s QR label as vectors' })
  async svg(@CurrentCaller() caller: Caller, @Param('id') id: string): Promise<string> {
    return answer(await this.print.svg(caller, id));
  }

  @Get(':id/label.png')
  @Allow('code.print')
  @Header('content-type', 'image/png')
  @ApiProduces('image/png')
  @ApiOperation({ summary: 'The machine’s QR label as a picture' })
  async png(@CurrentCaller() caller: Caller, @Param('id') id: string): Promise<Buffer> {
    return answer(await this.print.png(caller, id));
  }

  @Post('labels.pdf')
  @HttpCode(200)
  @Allow('code.print')
  @Header('content-type', 'application/pdf')
  @ApiProduces('application/pdf')
  @ApiOperation({ summary: 'Labels of several machines on A4 sheets' })
  async sheet(@CurrentCaller() caller: Caller, @Body() { ids }: LabelSheetRequest): Promise<Buffer> {
    return answer(await this.print.sheet(caller, ids));
  }
}
