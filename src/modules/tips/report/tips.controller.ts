import { Controller, Get, Ip, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { MOST_TIP_PHOTOS } from '../../../domain/tips/tip-limits';
import { Public } from '../../../platform/auth/access.decorator';
import { readPhotoForm } from '../../../platform/files/multipart-photo';
import { answer } from '../../../platform/http/answer';
import { requestPipe } from '../../../platform/http/request-pipe';
import { FollowTip } from './follow-tip';
import { ReportTip } from './report-tip';
import { FollowedTip, ReportTipRequest, TipForm, TipReceipt } from './tip.dto';

@ApiTags('tips')
@Controller('tips')
export class TipsController {
  private readonly pipe = requestPipe();

  constructor(
    private readonly report: ReportTip,
    private readonly follow: FollowTip,
  ) {}

  @Post()
  @Public()
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: TipForm })
  @ApiOperation({ summary: 'Reports something, without an account; the tracking code follows it' })
  async create(@Req() http: FastifyRequest, @Ip() address: string): Promise<TipReceipt> {
    answer(await this.report.admit(address));
    const { fields, photos } = await readPhotoForm(http, MOST_TIP_PHOTOS, 0);
    const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value.trim() !== ''));
    const body = (await this.pipe.transform(given, { type: 'body', metatype: ReportTipRequest })) as ReportTipRequest;
    return answer(await this.report.execute(body, photos));
  }

  @Get(':trackingCode')
  @Public()
  @ApiOperation({ summary: 'What became of a tip, for whoever holds its tracking code' })
  async one(@Param('trackingCode') code: string, @Ip() address: string): Promise<FollowedTip> {
    return answer(await this.follow.execute(code, address));
  }
}
