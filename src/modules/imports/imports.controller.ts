import type { Readable } from 'node:stream';
import { Controller, Get, HttpCode, Param, Post, Query, Req, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { CurrentRequest, type Request } from '../../platform/auth/request';
import { XLSX } from '../../platform/documents/workbook';
import { answer } from '../../platform/http/answer';
import { PageQuery } from '../../platform/http/page';
import { Allow } from '../identity/allow.decorator';
import { FindImports } from './find-imports';
import { ImportPage, ImportRowPage, ImportRowsQuery, ImportUpload, ImportView, TemplateQuery } from './import.dto';
import { reportWorkbook, templateWorkbook } from './import-sheets';
import { StartImport } from './start-import';
import { readTableForm } from './table-form';

const SHEET = { status: 200, schema: { type: 'string', format: 'binary' } } as const;

@ApiTags('imports')
@Controller('imports')
export class ImportsController {
  constructor(
    private readonly start: StartImport,
    private readonly find: FindImports,
  ) {}

  @Post()
  @Allow('import.write')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: ImportUpload })
  @ApiOperation({ summary: 'Takes a list in to be read; nothing is written before it is applied' })
  async upload(@CurrentRequest() request: Request, @Req() http: FastifyRequest): Promise<ImportView> {
    return answer(await this.start.upload(request, await readTableForm(http)));
  }

  @Get()
  @Allow('import.write')
  @ApiOperation({ summary: 'Imports in sight, the last one first' })
  list(@CurrentRequest() request: Request, @Query() query: PageQuery): Promise<ImportPage> {
    return this.find.list(request, query);
  }

  @Get('template.xlsx')
  @Allow('import.write')
  @ApiProduces(XLSX)
  @ApiResponse(SHEET)
  @ApiOperation({ summary: 'An empty list of a kind with headings, an example and notes' })
  async template(@CurrentRequest() { language }: Request, @Query() { kind }: TemplateQuery): Promise<StreamableFile> {
    return sheet(await templateWorkbook(kind, language), kind);
  }

  @Get(':id')
  @Allow('import.write')
  @ApiOperation({ summary: 'How far an import is, and what becomes of its rows' })
  async one(@CurrentRequest() request: Request, @Param('id') id: string): Promise<ImportView> {
    return answer(await this.find.one(request, id));
  }

  @Get(':id/rows')
  @Allow('import.write')
  @ApiOperation({ summary: 'Rows with their verdict, in the order of the file' })
  async rows(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @Query() query: ImportRowsQuery,
  ): Promise<ImportRowPage> {
    return answer(await this.find.page(request, id, query));
  }

  @Post(':id/apply')
  @HttpCode(200)
  @Allow('import.write')
  @ApiOperation({ summary: 'Writes the good rows; goes on by itself after an interruption' })
  async apply(@CurrentRequest() request: Request, @Param('id') id: string): Promise<ImportView> {
    return answer(await this.start.apply(request, id));
  }

  @Get(':id/report.xlsx')
  @Allow('import.write')
  @ApiProduces(XLSX)
  @ApiResponse(SHEET)
  @ApiOperation({ summary: 'The counts, and each row that was refused or warned of' })
  async report(@CurrentRequest() request: Request, @Param('id') id: string): Promise<StreamableFile> {
    const report = answer(await this.find.report(request, id));
    return sheet(await reportWorkbook(report, request.language), `import-${report.one.kind}`);
  }
}

const sheet = (stream: Readable, name: string): StreamableFile =>
  new StreamableFile(stream, { type: XLSX, disposition: `attachment; filename="${name}.xlsx"` });
