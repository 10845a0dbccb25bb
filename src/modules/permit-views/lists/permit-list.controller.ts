import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { CurrentRequest, type Request } from '../../../platform/auth/request';
import { XLSX } from '../../../platform/documents/workbook';
import { answer } from '../../../platform/http/answer';
import { Allow } from '../../identity/allow.decorator';
import { ExportPermits } from './export-permits';
import { FindPermits } from './query/find-permits';
import { PermitBoard, PermitCalendar, PermitItemPage, PermitMap } from './permit-list.dto';
import { PermitBoardQuery, PermitCalendarQuery, PermitListQuery, PermitMapQuery } from './permit-query.dto';
import { ShowBoard } from './show-board';
import { ShowCalendar } from './show-calendar';
import { ShowMap } from './show-map';

/** Many permits at a time: lists, boards, calendar, map, export. */
@ApiTags('permits')
@Controller('permits')
export class PermitListController {
  constructor(
    private readonly find: FindPermits,
    private readonly board: ShowBoard,
    private readonly calendar: ShowCalendar,
    private readonly map: ShowMap,
    private readonly exporting: ExportPermits,
  ) {}

  @Get()
  @Allow('permit.read')
  @ApiOperation({ summary: 'Permits, newest first; each with what ends next' })
  list(@CurrentRequest() request: Request, @Query() query: PermitListQuery): Promise<PermitItemPage> {
    return this.find.list(request, query);
  }

  @Get('board')
  @Allow('permit.read')
  @ApiOperation({ summary: 'Permits in columns by state; a column goes on as the list of its state with its cursor' })
  showBoard(@CurrentRequest() request: Request, @Query() query: PermitBoardQuery): Promise<PermitBoard> {
    return this.board.execute(request, query);
  }

  @Get('calendar')
  @Allow('permit.read')
  @ApiOperation({ summary: 'Days with the permits planned on them' })
  async showCalendar(@CurrentRequest() request: Request, @Query() query: PermitCalendarQuery): Promise<PermitCalendar> {
    return answer(await this.calendar.execute(request, query));
  }

  @Get('map')
  @Allow('permit.read')
  @ApiOperation({ summary: 'Open permits as points, at most 500' })
  showMap(@CurrentRequest() request: Request, @Query() query: PermitMapQuery): Promise<PermitMap> {
    return this.map.execute(request, query);
  }

  @Get('export.xlsx')
  @Allow('permit.read')
  @ApiProduces(XLSX)
  @ApiOperation({ summary: 'The list with its filters as a workbook, at most 10,000 rows' })
  async exportWorkbook(@CurrentRequest() request: Request, @Query() query: PermitListQuery): Promise<StreamableFile> {
    const { name, stream } = await this.exporting.execute(request, query);
    return new StreamableFile(stream, { type: XLSX, disposition: `attachment; filename="${name}"` });
  }
}
