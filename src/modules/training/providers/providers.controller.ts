import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentRequest, type Request } from '../../../platform/auth/request';
import { answer } from '../../../platform/http/answer';
import { PageQuery } from '../../../platform/http/page';
import { Allow } from '../../identity/allow.decorator';
import { KeepProviders } from './keep-providers';
import { AddProviderRequest, CheckProviderRequest, ProviderPage, ProviderView } from './provider.dto';

@ApiTags('training')
@Controller('training/providers')
export class ProvidersController {
  constructor(private readonly providers: KeepProviders) {}

  @Get()
  @Allow('training.teach')
  @ApiOperation({ summary: 'Training schools with the checks of officials' })
  list(@CurrentRequest() request: Request, @Query() query: PageQuery): Promise<ProviderPage> {
    return this.providers.list(request, query);
  }

  @Post()
  @Allow('training.write')
  @ApiOperation({ summary: 'Adds a training school' })
  async add(@CurrentRequest() request: Request, @Body() body: AddProviderRequest): Promise<ProviderView> {
    return answer(await this.providers.add(request, body));
  }

  @Post(':id/checks')
  @Allow('training.check')
  @ApiOperation({ summary: 'Records a check of a training school; a failed one suspends it' })
  async check(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @Body() body: CheckProviderRequest,
  ): Promise<ProviderView> {
    // prettier-ignore
    return answer(await this.providers.check(request, id, body));
  }
}
