import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentRequest, type Request } from '../../../platform/auth/request';
import { answer } from '../../../platform/http/answer';
import { PageQuery } from '../../../platform/http/page';
import { Allow } from '../../identity/allow.decorator';
import { CampaignPage, CampaignView, CreateCampaignRequest, MyTraining } from './campaign.dto';
import { CloseCampaign } from './close-campaign';
import { CreateCampaign } from './create-campaign';
import { FindCampaigns } from './find-campaigns';

@ApiTags('training')
@Controller('training')
export class CampaignsController {
  constructor(
    private readonly creating: CreateCampaign,
    private readonly closing: CloseCampaign,
    private readonly find: FindCampaigns,
  ) {}

  @Post('campaigns')
  @Allow('training.write')
  @ApiOperation({ summary: 'Begins a training campaign for the welders of a region' })
  async create(@CurrentRequest() request: Request, @Body() body: CreateCampaignRequest): Promise<CampaignView> {
    return answer(await this.creating.execute(request, body));
  }

  @Get('campaigns')
  @Allow('training.read')
  @ApiOperation({ summary: 'Training campaigns within reach, newest first' })
  list(@CurrentRequest() request: Request, @Query() query: PageQuery): Promise<CampaignPage> {
    return this.find.list(request, query);
  }

  @Get('campaigns/:id')
  @Allow('training.read')
  @ApiOperation({ summary: 'A training campaign with its material' })
  async show(@CurrentRequest() request: Request, @Param('id') id: string): Promise<CampaignView> {
    return answer(await this.find.show(request, id));
  }

  @Post('campaigns/:id/close')
  @Allow('training.write')
  @ApiOperation({ summary: 'Closes a campaign and keeps whom it was for' })
  async close(@CurrentRequest() request: Request, @Param('id') id: string): Promise<CampaignView> {
    return answer(await this.closing.execute(request, id));
  }

  @Get('mine')
  @Allow('training.read')
  @ApiOperation({ summary: 'What the caller, a welder, has to do and has passed' })
  mine(@CurrentRequest() request: Request): Promise<MyTraining> {
    return this.find.ofMe(request);
  }
}
