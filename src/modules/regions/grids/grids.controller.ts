import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentRequest, type Request } from '../../../platform/auth/request';
import { answer } from '../../../platform/http/answer';
import { IfMatch } from '../../../platform/http/version';
import { Allow } from '../../identity/allow.decorator';
import { AppointPeople } from './appoint-people';
import { FindGrids } from './find-grids';
import { AppointRequest, ChangeGridRequest, GridAtQuery, GridPage, GridQuery, GridView, MakeGridRequest, ResponsibleView } from './grid.dto'; // prettier-ignore
import { KeepGrids } from './keep-grids';

const READ_WITH = { name: 'if-match', required: false, description: 'the ETag it was read with' } as const;

@ApiTags('grids')
@Controller('grids')
export class GridsController {
  constructor(
    private readonly keep: KeepGrids,
    private readonly people: AppointPeople,
    private readonly find: FindGrids,
  ) {}

  @Get()
  @Allow('grid.read')
  @ApiOperation({ summary: '网格: grids with their people, by code' })
  list(@CurrentRequest() request: Request, @Query() query: GridQuery): Promise<GridPage> {
    return this.find.list(request, query);
  }

  @Get('at')
  @Allow('grid.read')
  @ApiOperation({ summary: 'Who looks after a place: by boundary, else by village, else by town' })
  at(@CurrentRequest() request: Request, @Query() query: GridAtQuery): Promise<ResponsibleView> {
    return this.find.at(request, query);
  }

  @Get(':code')
  @Allow('grid.read')
  @ApiOperation({ summary: 'One grid' })
  async one(@CurrentRequest() request: Request, @Param('code') code: string): Promise<GridView> {
    return answer(await this.find.one(request, code));
  }

  @Post()
  @Allow('grid.write')
  @ApiOperation({ summary: 'Draws a grid below a village; its code is given by the platform' })
  async make(@CurrentRequest() request: Request, @Body() body: MakeGridRequest): Promise<GridView> {
    return answer(await this.keep.make(request, body));
  }

  @Patch(':code')
  @Allow('grid.write')
  @ApiHeader(READ_WITH)
  @ApiOperation({ summary: 'Changes name, duties or boundary' })
  async change(
    @CurrentRequest() request: Request,
    @Param('code') code: string,
    @IfMatch() version: number | null,
    @Body() body: ChangeGridRequest,
  ): Promise<GridView> {
    return answer(await this.keep.change(request, code, version, body));
  }

  @Post(':code/close')
  @HttpCode(200)
  @Allow('grid.write')
  @ApiHeader(READ_WITH)
  @ApiOperation({ summary: 'Closes a grid in which nobody serves any more' })
  async close(
    @CurrentRequest() request: Request,
    @Param('code') code: string,
    @IfMatch() version: number | null,
  ): Promise<GridView> {
    return answer(await this.keep.close(request, code, version));
  }

  @Post(':code/people')
  @HttpCode(200)
  @Allow('grid.write')
  @ApiOperation({ summary: 'Appoints a grid worker, from a day until another' })
  async appoint(
    @CurrentRequest() request: Request,
    @Param('code') code: string,
    @Body() body: AppointRequest,
  ): Promise<GridView> {
    return answer(await this.people.appoint(request, code, body));
  }

  @Post(':code/people/:id/end')
  @HttpCode(200)
  @Allow('grid.write')
  @ApiOperation({ summary: 'Ends a post today' })
  async end(
    @CurrentRequest() request: Request,
    @Param('code') code: string,
    @Param('id') id: string,
  ): Promise<GridView> {
    return answer(await this.people.end(request, code, id));
  }
}
