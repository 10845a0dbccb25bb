import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentRequest, type Request } from '../../../platform/auth/request';
import { answer } from '../../../platform/http/answer';
import { Allow } from '../../identity/allow.decorator';
import { KeepOutlines } from './keep-outlines';
import { LoadOutlinesRequest, OutlinesLoaded, RegionGround } from './outline.dto';

@ApiTags('regions')
@Controller('regions')
export class OutlinesController {
  constructor(private readonly outlines: KeepOutlines) {}

  @Put('outlines')
  @Allow('region.draw')
  @ApiOperation({ summary: 'Loads outlines of regions for maps, as GeoJSON; what is sound comes in' })
  async load(@CurrentRequest() request: Request, @Body() body: LoadOutlinesRequest): Promise<OutlinesLoaded> {
    return answer(await this.outlines.load(request, body));
  }

  @Get('ground')
  @Allow('region.read')
  @ApiOperation({ summary: 'What the caller’s maps begin with: the own region, or the county of the employer' })
  own(@CurrentRequest() request: Request): Promise<RegionGround> {
    return this.outlines.ownGround(request);
  }

  @Get(':code/outline')
  @Allow('region.read')
  @ApiOperation({ summary: 'The outline of a region and of those right below it, for maps' })
  async one(@CurrentRequest() request: Request, @Param('code') code: string): Promise<RegionGround> {
    return answer(await this.outlines.ground(request, code));
  }
}
