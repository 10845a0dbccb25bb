import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentRequest, type Request } from '../../platform/auth/request';
import { answer } from '../../platform/http/answer';
import { Allow } from '../identity/allow.decorator';
import { BrowseRegions } from './browse-regions';
import { RegionPage, RegionsQuery, RegionView } from './region.dto';

@ApiTags('regions')
@Controller('regions')
export class RegionsController {
  constructor(private readonly browse: BrowseRegions) {}

  @Get()
  @Allow('region.read')
  @ApiOperation({ summary: 'Children of a region, by code; without `parent` the provinces' })
  async children(@CurrentRequest() request: Request, @Query() { parent }: RegionsQuery): Promise<RegionPage> {
    return answer(await this.browse.children(request, parent ?? null));
  }

  @Get(':code')
  @Allow('region.read')
  @ApiOperation({ summary: 'One region' })
  async one(@CurrentRequest() request: Request, @Param('code') code: string): Promise<RegionView> {
    return answer(await this.browse.one(request, code));
  }
}
