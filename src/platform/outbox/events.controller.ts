import { Controller, Get, Headers, Query, Res } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Instant } from '../../kernel/time';
import { RequirePermission } from '../auth/access.decorator';
import { TokenExpiresAt } from '../auth/authenticated';
import { CurrentRequest, type Request } from '../auth/request';
import { answer } from '../http/answer';
import { EventStreams } from './event-streams';
import { ChangePage, ChangeQuery } from './outbox.dto';
import { ReadChanges } from './read-changes';

@ApiTags('events')
@Controller()
export class EventsController {
  constructor(
    private readonly streams: EventStreams,
    private readonly readChanges: ReadChanges,
  ) {}

  @Get('events')
  @RequirePermission('event.read')
  @ApiOperation({
    summary:
      'The news the caller may hear, as server-sent events; ends with the access token, goes on from `Last-Event-ID` up to 24 hours back',
  })
  @ApiHeader({
    name: 'Last-Event-ID',
    required: false,
    description: '`id` of the last event seen; too old or unknown: `event: reset` comes first',
  })
  @ApiProduces('text/event-stream')
  @ApiResponse({ status: 200, description: 'blocks of `event:`, `id:` and `data:` (JSON)', schema: { type: 'string' } })
  events(
    @CurrentRequest() { caller }: Request,
    @TokenExpiresAt() tokenExpiresAt: Instant,
    @Headers('last-event-id') lastEventId: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.streams.open({ caller, tokenExpiresAt, lastEventId }, reply);
  }

  @Get('changes')
  @RequirePermission('change.read')
  @ApiOperation({
    summary: 'All changes in the caller’s region in order, for other systems to follow; kept for seven days',
  })
  async changes(@CurrentRequest() request: Request, @Query() query: ChangeQuery): Promise<ChangePage> {
    return answer(await this.readChanges.execute(request, query));
  }
}
