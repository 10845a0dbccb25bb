import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { isoTimeOrNull } from '../../../kernel/time';
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
  @ApiOperation({
    summary: 'Whom to call: the phone of who is on duty for a place, else the county’s own (rule `duty.hotline`)',
  })
  async read(@Query() { code, regionCode }: HotlineQuery): Promise<HotlineView> {
    const { phone, until } = await this.hotline.answering(code, regionCode, this.clock.now());
    return { phone, until: isoTimeOrNull(until) };
  }
}
