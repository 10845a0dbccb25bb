import { Controller, Get, Query } from '@nestjs/common';
import { ApiForbiddenResponse, ApiNotFoundResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentRequest, type Request } from '../../../platform/auth/request';
import { answer } from '../../../platform/http/answer';
import { Allow } from '../../identity/allow.decorator';
import { NewsPage } from '../news/news.dto';
import { ReadNews } from '../news/read-news';
import { ReadLiveJobs } from './read-live-jobs';
import { ReadHonestRefusals } from './read-honest-refusals';
import { ReadOverview } from './overview/read-overview';
import { OwnFigures } from './own-figures.dto';
import { ReadOwnFigures } from './read-own-figures';
import { HonestDays, LiveJobs, Overview, StatisticsQuery } from './statistics.dto';

@ApiTags('statistics')
@Controller('statistics')
export class StatisticsController {
  constructor(
    private readonly overviews: ReadOverview,
    private readonly liveJobs: ReadLiveJobs,
    private readonly readNews: ReadNews,
    private readonly own: ReadOwnFigures,
    private readonly honestRefusals: ReadHonestRefusals,
  ) {}

  @Get('overview')
  @Allow('statistics.read')
  @ApiOperation({ summary: 'Counts, coverage by town and trend, of the caller’s region or enterprise' })
  @ApiForbiddenResponse({ description: 'problem `statistics.outside-region`' })
  async overview(@CurrentRequest() request: Request, @Query() query: StatisticsQuery): Promise<Overview> {
    return answer(await this.overviews.execute(request, query));
  }

  @Get('honest-refusals')
  @Allow('statistics.read')
  @ApiOperation({ summary: 'Honest people who were kept from work, by cause and day' })
  @ApiForbiddenResponse({ description: 'problem `statistics.outside-region`' })
  async honest(@CurrentRequest() request: Request, @Query() query: StatisticsQuery): Promise<HonestDays> {
    return answer(await this.honestRefusals.execute(request, query));
  }

  @Get('live')
  @Allow('statistics.read')
  @ApiOperation({ summary: 'Jobs that run now with their position, at most 500, for the map' })
  @ApiForbiddenResponse({ description: 'problem `statistics.outside-region`' })
  async live(@CurrentRequest() request: Request, @Query() query: StatisticsQuery): Promise<LiveJobs> {
    return answer(await this.liveJobs.execute(request, query));
  }

  @Get('news')
  @Allow('statistics.read')
  @ApiOperation({ summary: 'What happened in the last 24 hours, at most 40, the newest first, with firm and place' })
  @ApiForbiddenResponse({ description: 'problem `statistics.outside-region`' })
  async news(@CurrentRequest() request: Request, @Query() query: StatisticsQuery): Promise<NewsPage> {
    return answer(await this.readNews.execute(request, query));
  }

  @Get('mine')
  @Allow('self.read')
  @ApiOperation({ summary: 'A welder’s own figures: jobs, time of arc, refusals, ends of certificates' })
  @ApiNotFoundResponse({ description: 'problem `welder.none-of-yours`' })
  async mine(@CurrentRequest() request: Request): Promise<OwnFigures> {
    return answer(await this.own.execute(request));
  }
}
