import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentRequest, type Request } from '../../../platform/auth/request';
import { answer } from '../../../platform/http/answer';
import { Allow } from '../../identity/allow.decorator';
import { InboxQuery, NoticePage, NoticeView, ReadNoticesRequest, UnreadView } from './inbox.dto';
import { ReadInbox } from './read-inbox';

@ApiTags('notices')
@Controller('notices')
export class InboxController {
  constructor(private readonly inbox: ReadInbox) {}

  @Get()
  @Allow('self.read')
  @ApiOperation({ summary: 'What the caller was told, newest first' })
  list(@CurrentRequest() request: Request, @Query() query: InboxQuery): Promise<NoticePage> {
    return this.inbox.list(request, query);
  }

  @Get('unread')
  @Allow('self.read')
  @ApiOperation({ summary: 'How many the caller has not read' })
  unread(@CurrentRequest() request: Request): Promise<UnreadView> {
    return this.inbox.unread(request);
  }

  @Post('read')
  @HttpCode(200)
  @Allow('self.write')
  @ApiOperation({ summary: 'All up to one are read; answers how many still are not' })
  readUpTo(@CurrentRequest() request: Request, @Body() { upTo }: ReadNoticesRequest): Promise<UnreadView> {
    return this.inbox.readUpTo(request, upTo);
  }

  @Post(':id/read')
  @HttpCode(200)
  @Allow('self.write')
  @ApiOperation({ summary: 'One is read' })
  async read(@CurrentRequest() request: Request, @Param('id') id: string): Promise<NoticeView> {
    return answer(await this.inbox.read(request, id));
  }
}
