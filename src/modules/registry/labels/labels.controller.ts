import { Body, Controller, Get, Header, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { CurrentRequest, type Request } from '../../../platform/auth/request';
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
  async svg(@CurrentRequest() request: Request, @Param('id') id: string): Promise<string> {
    return answer(await this.print.svg(request, id));
  }

  @Get(':id/label.png')
  @Allow('code.print')
  @Header('content-type', 'image/png')
  @ApiProduces('image/png')
  @ApiOperation({ summary: 'The machine’s QR label as a picture' })
  async png(@CurrentRequest() request: Request, @Param('id') id: string): Promise<Buffer> {
    return answer(await this.print.png(request, id));
  }

  @Post('labels.pdf')
  @HttpCode(200)
  @Allow('code.print')
  @Header('content-type', 'application/pdf')
  @ApiProduces('application/pdf')
  @ApiOperation({ summary: 'Labels of several machines on A4 sheets' })
  async sheet(@CurrentRequest() request: Request, @Body() { ids }: LabelSheetRequest): Promise<Buffer> {
    return answer(await this.print.sheet(request, ids));
  }
}
