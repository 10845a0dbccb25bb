import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Public } from '../../../platform/auth/access.decorator';
import { Clock } from '../../../platform/time/clock';
import { Hotline } from './hotline';
import { HotlineQuery, HotlineView } from './hotline.dto';

@ApiTags('help')
@Controller('hotline')
export class HotlineController {
  constructor(
    private readonly hotline: Hotline,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Public()
  @ApiOperation({ summary: 'Whom to call: the phone of the duty desk of a place (rule `duty.hotline`)' })
  async read(@Query() { code, regionCode }: HotlineQuery): Promise<HotlineView> {
    return { phone: await this.hotline.phoneFor(code, regionCode, this.clock.now()) };
  }
}
