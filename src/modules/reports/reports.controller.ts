import { Controller, Get, HttpCode, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiForbiddenResponse, ApiNotFoundResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { CurrentRequest, type Request } from '../../platform/auth/request';
import { answer } from '../../platform/http/answer';
import { Allow } from '../identity/allow.decorator';
import { REPORT_TYPES, reportFile, reportFileName, type ReportFormat } from './documents/report-file';
import { ReadReport, type AskedReport } from './read-report';
import { MonthlyQuery, Report, ReportListPage, ReportListQuery, WeeklyQuery } from './report.dto';

const OUTSIDE = { description: 'problem `statistics.outside-region`' };
const weekly = ({ week, regionCode }: WeeklyQuery): AskedReport => ({ kind: 'weekly', period: week, regionCode });
const monthly = ({ month, regionCode }: MonthlyQuery): AskedReport => ({ kind: 'monthly', period: month, regionCode });

/** 周调度、月总结: the figures that are handed in, as numbers, on paper, in a sheet, as a text to write on in, as a picture. */
@ApiTags('reports')
@Controller('reports')
export class ReportsController {
  constructor(private readonly reports: ReadReport) {}

  @Get()
  @Allow('report.read')
  @ApiOperation({ summary: 'Reports that were handed in, newest first' })
  list(@CurrentRequest() request: Request, @Query() query: ReportListQuery): Promise<ReportListPage> {
    return this.reports.list(request, query);
  }

  @Get('weekly')
  @Allow('report.read')
  @ApiOperation({ summary: 'A week’s figures by area and trade, beside the week before and the same week last year' })
  @ApiForbiddenResponse(OUTSIDE)
  async week(@CurrentRequest() request: Request, @Query() query: WeeklyQuery): Promise<Report> {
    return answer(await this.reports.execute(request, weekly(query)));
  }

  @Get('weekly.pdf')
  @Allow('report.read')
  @ApiProduces(REPORT_TYPES.pdf)
  @ApiOperation({ summary: 'The week on paper' })
  async weekPdf(@CurrentRequest() request: Request, @Query() query: WeeklyQuery): Promise<StreamableFile> {
    return inFormat(request, answer(await this.reports.execute(request, weekly(query))), 'pdf');
  }

  @Get('weekly.xlsx')
  @Allow('report.read')
  @ApiProduces(REPORT_TYPES.xlsx)
  @ApiOperation({ summary: 'The week as a workbook' })
  async weekSheet(@CurrentRequest() request: Request, @Query() query: WeeklyQuery): Promise<StreamableFile> {
    return inFormat(request, answer(await this.reports.execute(request, weekly(query))), 'xlsx');
  }

  @Get('weekly.docx')
  @Allow('report.read')
  @ApiProduces(REPORT_TYPES.docx)
  @ApiOperation({ summary: 'The week as a text to write on in' })
  async weekWord(@CurrentRequest() request: Request, @Query() query: WeeklyQuery): Promise<StreamableFile> {
    return inFormat(request, answer(await this.reports.execute(request, weekly(query))), 'docx');
  }

  @Get('weekly.png')
  @Allow('report.read')
  @ApiProduces(REPORT_TYPES.png)
  @ApiOperation({ summary: 'The week as a long picture for a work group' })
  async weekPicture(@CurrentRequest() request: Request, @Query() query: WeeklyQuery): Promise<StreamableFile> {
    return inFormat(request, answer(await this.reports.execute(request, weekly(query))), 'png');
  }

  @Post('weekly')
  @HttpCode(200)
  @Allow('report.hand-in')
  @ApiOperation({ summary: 'Hands a week in: its numbers stay from then on' })
  @ApiForbiddenResponse(OUTSIDE)
  async handInWeek(@CurrentRequest() request: Request, @Query() query: WeeklyQuery): Promise<Report> {
    return answer(await this.reports.handIn(request, weekly(query)));
  }

  @Get('monthly')
  @Allow('report.read')
  @ApiOperation({
    summary: 'A month’s figures by area and trade, beside the month before and the same month last year',
  })
  @ApiForbiddenResponse(OUTSIDE)
  async month(@CurrentRequest() request: Request, @Query() query: MonthlyQuery): Promise<Report> {
    return answer(await this.reports.execute(request, monthly(query)));
  }

  @Get('monthly.pdf')
  @Allow('report.read')
  @ApiProduces(REPORT_TYPES.pdf)
  @ApiOperation({ summary: 'The month on paper' })
  async monthPdf(@CurrentRequest() request: Request, @Query() query: MonthlyQuery): Promise<StreamableFile> {
    return inFormat(request, answer(await this.reports.execute(request, monthly(query))), 'pdf');
  }

  @Get('monthly.xlsx')
  @Allow('report.read')
  @ApiProduces(REPORT_TYPES.xlsx)
  @ApiOperation({ summary: 'The month as a workbook' })
  async monthSheet(@CurrentRequest() request: Request, @Query() query: MonthlyQuery): Promise<StreamableFile> {
    return inFormat(request, answer(await this.reports.execute(request, monthly(query))), 'xlsx');
  }

  @Get('monthly.docx')
  @Allow('report.read')
  @ApiProduces(REPORT_TYPES.docx)
  @ApiOperation({ summary: 'The month as a text to write on in' })
  async monthWord(@CurrentRequest() request: Request, @Query() query: MonthlyQuery): Promise<StreamableFile> {
    return inFormat(request, answer(await this.reports.execute(request, monthly(query))), 'docx');
  }

  @Get('monthly.png')
  @Allow('report.read')
  @ApiProduces(REPORT_TYPES.png)
  @ApiOperation({ summary: 'The month as a long picture for a work group' })
  async monthPicture(@CurrentRequest() request: Request, @Query() query: MonthlyQuery): Promise<StreamableFile> {
    return inFormat(request, answer(await this.reports.execute(request, monthly(query))), 'png');
  }

  @Post('monthly')
  @HttpCode(200)
  @Allow('report.hand-in')
  @ApiOperation({ summary: 'Hands a month in: its numbers stay from then on' })
  @ApiForbiddenResponse(OUTSIDE)
  async handInMonth(@CurrentRequest() request: Request, @Query() query: MonthlyQuery): Promise<Report> {
    return answer(await this.reports.handIn(request, monthly(query)));
  }

  @Get(':id')
  @Allow('report.read')
  @ApiOperation({ summary: 'A report that was handed in' })
  @ApiNotFoundResponse({ description: 'problem `report.not-found`' })
  async one(@CurrentRequest() request: Request, @Param('id') id: string): Promise<Report> {
    return answer(await this.reports.one(request, id));
  }
}

async function inFormat({ language }: Request, report: Report, format: ReportFormat): Promise<StreamableFile> {
  const body = await reportFile(report, format, language);
  const how = { type: REPORT_TYPES[format], disposition: `attachment; filename="${reportFileName(report, format)}"` };
  return new StreamableFile(body, how);
}
