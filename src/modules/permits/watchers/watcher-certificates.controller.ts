import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentRequest, type Request } from '../../../platform/auth/request';
import { answer } from '../../../platform/http/answer';
import { PageQuery } from '../../../platform/http/page';
import { Allow } from '../../identity/allow.decorator';
import { CertifyWatcher } from './certify-watcher';
import { FindWatchers } from './find-watchers';
import {
  RevokeWatcherCertificateRequest,
  WatcherCertificateRequest,
  WatcherCertificates,
  WatcherCertificateView,
  WatcherPage,
} from './watcher-certificate.dto';

@ApiTags('permits')
@Controller()
export class WatcherCertificatesController {
  constructor(
    private readonly certify: CertifyWatcher,
    private readonly find: FindWatchers,
  ) {}

  @Get('watchers')
  @Allow('watcher.read')
  @ApiOperation({ summary: 'Fire watchers of one’s enterprise or region with their training, newest first' })
  watchers(@CurrentRequest() request: Request, @Query() query: PageQuery): Promise<WatcherPage> {
    return this.find.list(request, query);
  }

  @Get('users/:id/watcher-certificate')
  @Allow('permit.read')
  @ApiOperation({ summary: 'Training certificates of a fire watcher, the newest first' })
  list(@CurrentRequest() request: Request, @Param('id') id: string): Promise<WatcherCertificates> {
    return this.certify.of(request, id);
  }

  @Patch('users/:id/watcher-certificate')
  @Allow('watcher.certify')
  @ApiOperation({ summary: 'Records the training certificate of a fire watcher of one’s own enterprise' })
  async record(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @Body() body: WatcherCertificateRequest,
  ): Promise<WatcherCertificateView> {
    return answer(await this.certify.record(request, id, body));
  }

  @Post('watcher-certificates/:id/revoke')
  @HttpCode(200)
  @Allow('watcher.revoke')
  @ApiOperation({ summary: 'Revokes the training certificate of a fire watcher, with a reason' })
  async revoke(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @Body() body: RevokeWatcherCertificateRequest,
  ): Promise<WatcherCertificateView> {
    return answer(await this.certify.revoke(request, id, body));
  }
}
