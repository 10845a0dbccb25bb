import { Controller, Get, HttpCode, Param, Post, Query, Req, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { CurrentRequest, type Request } from '../../../platform/auth/request';
import { CSV } from '../../../platform/documents/csv';
import { XLSX } from '../../../platform/documents/workbook';
import { answer } from '../../../platform/http/answer';
import { Allow } from '../../identity/allow.decorator';
import { readTableForm } from '../../imports/table-form';
import { ExportRecords } from './export-records';
import { ExportQuery, FileQuery, FileUpload, FileVerdict } from './file.dto';
import { TakeFile } from './take-file';

@ApiTags('exchange')
@Controller('exchange/partners/:id')
export class ExchangeFilesController {
  constructor(
    private readonly exports: ExportRecords,
    private readonly files: TakeFile,
  ) {}

  @Get('records.xlsx')
  @Allow('exchange.write')
  @ApiProduces(XLSX)
  @ApiResponse({ status: 200, schema: { type: 'string', format: 'binary' } })
  @ApiOperation({ summary: 'All registrations of a kind as this platform reads them' })
  async records(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @Query() { kind }: ExportQuery,
  ): Promise<StreamableFile> {
    const stream = answer(await this.exports.execute(request, id, kind, 'xlsx'));
    return new StreamableFile(stream, { type: XLSX, disposition: `attachment; filename="${kind}.xlsx"` });
  }

  @Get('records.csv')
  @Allow('exchange.write')
  @ApiProduces('text/csv')
  @ApiResponse({ status: 200, schema: { type: 'string', format: 'binary' } })
  @ApiOperation({ summary: 'The same for a program to read' })
  async table(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @Query() { kind }: ExportQuery,
  ): Promise<StreamableFile> {
    const stream = answer(await this.exports.execute(request, id, kind, 'csv'));
    return new StreamableFile(stream, { type: CSV, disposition: `attachment; filename="${kind}.csv"` });
  }

  @Post('files')
  @HttpCode(200)
  @Allow('exchange.write')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: FileUpload })
  @ApiOperation({
    summary: 'A list in the columns of this platform: what would become of each row, or what became of it',
  })
  async take(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @Query() { apply = false }: FileQuery,
    @Req() http: FastifyRequest,
  ): Promise<FileVerdict> {
    return answer(await this.files.execute(request, id, await readTableForm(http), apply));
  }
}
