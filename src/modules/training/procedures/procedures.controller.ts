import { Body, Controller, Get, HttpCode, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { CurrentRequest, type Request } from '../../../platform/auth/request';
import { XLSX } from '../../../platform/documents/workbook';
import { answer } from '../../../platform/http/answer';
import { PageQuery } from '../../../platform/http/page';
import { Allow } from '../../identity/allow.decorator';
import { KeepProcedures } from './keep-procedures';
import { IssueProcedureRequest, ProcedureList, ProcedureView, UnsignedPage } from './procedure.dto';

@ApiTags('training')
@Controller('training/procedures')
export class ProceduresController {
  constructor(private readonly procedures: KeepProcedures) {}

  @Get()
  @Allow('training.read')
  @ApiOperation({ summary: 'Operating procedures in force, with how many have signed' })
  list(@CurrentRequest() request: Request): Promise<ProcedureList> {
    return this.procedures.list(request);
  }

  @Post()
  @Allow('training.write')
  @ApiOperation({ summary: 'Issues a version of the operating procedure of a process; it is signed anew' })
  async issue(@CurrentRequest() request: Request, @Body() body: IssueProcedureRequest): Promise<ProcedureView> {
    return answer(await this.procedures.issue(request, body));
  }

  @Post(':id/sign')
  @HttpCode(200)
  @Allow('training.attend')
  @ApiOperation({ summary: 'The welder has read it and signs' })
  async sign(@CurrentRequest() request: Request, @Param('id') id: string): Promise<ProcedureView> {
    return answer(await this.procedures.sign(request, id));
  }

  @Get(':id/unsigned')
  @Allow('training.coverage')
  @ApiOperation({ summary: 'Welders within reach who have not signed it' })
  unsigned(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @Query() query: PageQuery,
  ): Promise<UnsignedPage> {
    // prettier-ignore
    return this.procedures.unsigned(request, id, query);
  }

  @Get(':id/unsigned.xlsx')
  @Allow('training.coverage')
  @ApiProduces(XLSX)
  @ApiOperation({ summary: 'Welders within reach who have not signed it, as a workbook' })
  async export(@CurrentRequest() request: Request, @Param('id') id: string): Promise<StreamableFile> {
    const { name, stream } = await this.procedures.exportUnsigned(request, id);
    return new StreamableFile(stream, { type: XLSX, disposition: `attachment; filename="${name}"` });
  }
}
