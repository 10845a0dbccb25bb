import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { isoTime, isoTimeOrNull } from '../../kernel/time';
import { CurrentRequest, type Request } from '../../platform/auth/request';
import { answer } from '../../platform/http/answer';
import { PageQuery, toPage } from '../../platform/http/page';
import type { MessageRow } from '../../schema/notices/message.row';
import { Allow } from '../identity/allow.decorator';
import { DeadMessages } from '../notices/send/dead-messages';
import { DeadMessagePage, DeadMessageView, OperationsView } from './operations.dto';
import { ReadOperations } from './read-operations';

@ApiTags('operations')
@Controller('operations')
export class OperationsController {
  constructor(
    private readonly operations: ReadOperations,
    private readonly dead: DeadMessages,
  ) {}

  @Get()
  @Allow('operations.read')
  @ApiOperation({ summary: 'How the platform itself is: audit chain, queues, receivers, partitions, chips' })
  read(@CurrentRequest() request: Request): Promise<OperationsView> {
    return this.operations.execute(request);
  }

  @Get('dead-messages')
  @Allow('operations.read')
  @ApiOperation({ summary: 'Messages that were given up, newest first' })
  async listDead(@Query() query: PageQuery): Promise<DeadMessagePage> {
    const page = toPage(await this.dead.list(query), query.limit, ({ id }) => id);
    return { ...page, items: page.items.map(deadShown) };
  }

  @Post('dead-messages/:id/retry')
  @HttpCode(200)
  @Allow('operations.command')
  @ApiOperation({ summary: 'Has one tried anew' })
  async retry(@CurrentRequest() request: Request, @Param('id') id: string): Promise<DeadMessageView> {
    const retried = answer(await this.dead.retry(request, id));
    return deadShown(retried);
  }
}

const deadShown = (row: MessageRow): DeadMessageView => ({
  ...{ id: row.id, channel: row.channel, kind: row.kind, entity: row.entity, entityId: row.entityId },
  ...{ tries: row.tries, fault: row.fault, madeAt: isoTime(row.madeAt), settledAt: isoTimeOrNull(row.settledAt) },
});
