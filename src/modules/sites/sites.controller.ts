import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentRequest, type Request } from '../../platform/auth/request';
import { answer } from '../../platform/http/answer';
import { IfMatch } from '../../platform/http/version';
import { Allow } from '../identity/allow.decorator';
import { ChangeSite } from './change-site';
import { ConfirmSite } from './confirm-site';
import { EnterSite } from './enter-site';
import { FindSites } from './find-sites';
import { ChangeSiteRequest, EnterSiteRequest, SitePage, SiteQuery, SiteView, WithdrawSiteRequest } from './site.dto';

const READ_WITH = { name: 'if-match', required: false, description: 'the ETag it was read with' } as const;

@ApiTags('sites')
@Controller('sites')
export class SitesController {
  constructor(
    private readonly enter: EnterSite,
    private readonly change: ChangeSite,
    private readonly settle: ConfirmSite,
    private readonly find: FindSites,
  ) {}

  @Post()
  @Allow('site.write')
  @ApiOperation({ summary: 'Enters a site; it binds others once an official confirmed it' })
  async create(@CurrentRequest() request: Request, @Body() body: EnterSiteRequest): Promise<SiteView> {
    return answer(await this.enter.execute(request, body));
  }

  @Get()
  @Allow('site.read')
  @ApiOperation({ summary: 'Sites, newest first; around a point the confirmed ones of others too' })
  list(@CurrentRequest() request: Request, @Query() query: SiteQuery): Promise<SitePage> {
    return this.find.list(request, query);
  }

  @Get(':id')
  @Allow('site.read')
  @ApiOperation({ summary: 'One site' })
  async one(@CurrentRequest() request: Request, @Param('id') id: string): Promise<SiteView> {
    return answer(await this.find.one(request, id));
  }

  @Patch(':id')
  @Allow('site.write')
  @ApiHeader(READ_WITH)
  @ApiOperation({ summary: 'Changes a site; what was confirmed is made looser by officials alone' })
  async patch(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @IfMatch() version: number | null,
    @Body() body: ChangeSiteRequest,
  ): Promise<SiteView> {
    return answer(await this.change.execute(request, id, version, body));
  }

  @Post(':id/confirm')
  @HttpCode(200)
  @Allow('site.confirm')
  @ApiHeader(READ_WITH)
  @ApiOperation({ summary: 'An official confirms a site as it stands' })
  async confirm(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @IfMatch() version: number | null,
  ): Promise<SiteView> {
    return answer(await this.settle.confirm(request, id, version));
  }

  @Post(':id/withdraw')
  @HttpCode(200)
  @Allow('site.confirm')
  @ApiHeader(READ_WITH)
  @ApiOperation({ summary: 'An official withdraws a site' })
  async withdraw(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @IfMatch() version: number | null,
    @Body() { reason }: WithdrawSiteRequest,
  ): Promise<SiteView> {
    return answer(await this.settle.withdraw(request, id, version, reason));
  }
}
