import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentRequest, type Request } from '../../../platform/auth/request';
import { answer } from '../../../platform/http/answer';
import { Allow } from '../../identity/allow.decorator';
import { DesignateArea } from './designate-area';
import { BindSignboard } from './bind-signboard';
import {
  BindSignboardRequest,
  DesignateAreaRequest,
  DesignatedAreaPage,
  DesignatedAreaQuery,
  DesignatedAreaView,
} from './designated-area.dto';
import { FindDesignatedAreas } from './find-designated-areas';

@ApiTags('registry')
@Controller('designated-areas')
export class DesignatedAreasController {
  constructor(
    private readonly designate: DesignateArea,
    private readonly find: FindDesignatedAreas,
    private readonly signboards: BindSignboard,
  ) {}

  @Post()
  @Allow('area.write')
  @ApiOperation({ summary: 'Approves a fixed place of work' })
  async create(@CurrentRequest() request: Request, @Body() body: DesignateAreaRequest): Promise<DesignatedAreaView> {
    return answer(await this.designate.execute(request, body));
  }

  @Post(':id/signboard')
  @HttpCode(200)
  @Allow('area.bind')
  @ApiOperation({ summary: 'Vouches on the spot for the signboard of a fixed place: from then on it proves the place' })
  async bindSignboard(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @Body() body: BindSignboardRequest,
  ): Promise<DesignatedAreaView> {
    return answer(await this.signboards.execute(request, id, body));
  }

  @Get()
  @Allow('area.read')
  @ApiOperation({ summary: 'Fixed places of work, newest first' })
  list(@CurrentRequest() request: Request, @Query() query: DesignatedAreaQuery): Promise<DesignatedAreaPage> {
    return this.find.list(request, query);
  }
}
