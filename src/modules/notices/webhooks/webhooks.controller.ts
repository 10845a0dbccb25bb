import { Body, Controller, Delete, Get, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentRequest, type Request } from '../../../platform/auth/request';
import { answer } from '../../../platform/http/answer';
import { PageQuery } from '../../../platform/http/page';
import { Allow } from '../../identity/allow.decorator';
import { FindDeliveries } from './find-deliveries';
import { KeepWebhooks } from './keep-webhooks';
import { DeliveryPage, NewWebhookView, WebhookPage, WebhookRequest, WebhookView } from './webhook.dto';

@ApiTags('webhooks')
@Controller('webhooks')
export class WebhooksController {
  constructor(
    private readonly webhooks: KeepWebhooks,
    private readonly deliveries: FindDeliveries,
  ) {}

  @Post()
  @Allow('webhook.write')
  @ApiOperation({
    summary: 'Another system hears of a region’s events; answers with the secret of its signatures, once',
  })
  async add(@CurrentRequest() request: Request, @Body() body: WebhookRequest): Promise<NewWebhookView> {
    return answer(await this.webhooks.add(request, body));
  }

  @Get()
  @Allow('webhook.read')
  @ApiOperation({ summary: 'The webhooks of the caller’s region, newest first' })
  list(@CurrentRequest() request: Request, @Query() query: PageQuery): Promise<WebhookPage> {
    return this.webhooks.list(request, query);
  }

  @Delete(':id')
  @Allow('webhook.write')
  @ApiOperation({ summary: 'Nothing is sent to it any more' })
  async stop(@CurrentRequest() request: Request, @Param('id') id: string): Promise<WebhookView> {
    return answer(await this.webhooks.stop(request, id));
  }

  @Get(':id/deliveries')
  @Allow('webhook.read')
  @ApiOperation({ summary: 'What was sent to it, newest first, with what it answered' })
  async listDeliveries(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @Query() query: PageQuery,
  ): Promise<DeliveryPage> {
    return answer(await this.deliveries.list(request, id, query));
  }
}
