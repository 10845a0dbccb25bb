import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentCaller } from '../../../platform/auth/access.decorator';
import type { Caller } from '../../../platform/auth/caller';
import { answer } from '../../../platform/http/answer';
import { Allow } from '../../identity/allow.decorator';
import { DesignateArea } from './designate-area';
import {
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
  ) {}

  @Post()
  @Allow('area.write')
  @ApiOperation({ summary: 'Approves a fixed place of work' })
  async create(@CurrentCaller() caller: Caller, @Body() body: DesignateAreaRequest): Promise<DesignatedAreaView> {
    return answer(await this.designate.execute(caller, body));
  }

  @Get()
  @Allow('area.read')
  @ApiOperation({ summary: 'Fixed places of work, newest first' })
  list(@CurrentCaller() caller: Caller, @Query() query: DesignatedAreaQuery): Promise<DesignatedAreaPage> {
    return this.find.list(caller, query);
  }
}
