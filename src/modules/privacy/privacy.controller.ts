import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { ErasedKind } from '../../domain/privacy/retention';
import { isoTime } from '../../kernel/time';
import { CurrentRequest, type Request } from '../../platform/auth/request';
import { systemScope } from '../../platform/database/scope';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { PageQuery, toPage } from '../../platform/http/page';
import { Allow } from '../identity/allow.decorator';
import { ReadOwnData } from './own-data/read-own-data';
import { ErasurePage, LookList, OwnDataView } from './privacy.dto';
import { ErasureStore } from './retention/erasure.store';

@ApiTags('privacy')
@Controller()
export class PrivacyController {
  constructor(
    private readonly own: ReadOwnData,
    private readonly erasures: ErasureStore,
    private readonly uow: UnitOfWork,
  ) {}

  @Get('me/data')
  @Allow('self.read')
  @ApiOperation({ summary: 'All that the platform keeps of the caller, in clear' })
  data(@CurrentRequest() request: Request): Promise<OwnDataView> {
    return this.own.execute(request);
  }

  @Get('me/data/looks')
  @Allow('self.read')
  @ApiOperation({ summary: 'Who saw the caller’s clear numbers, when and for what purpose' })
  looks(@CurrentRequest() request: Request): Promise<LookList> {
    return this.own.looks(request);
  }

  @Get('privacy/erasures')
  @Allow('operations.read')
  @ApiOperation({ summary: 'What was erased because its time was over: kinds and counts, newest first' })
  async list(@Query() query: PageQuery): Promise<ErasurePage> {
    const rows = await this.uow.run(systemScope('erasures'), (tx) => this.erasures.list(tx, query));
    const page = toPage(rows, query.limit, ({ id }) => id);
    const items = page.items.map(({ id, kind, erased, beforeAt, erasedAt }) => ({
      ...{ id, kind: kind as ErasedKind, erased, before: isoTime(beforeAt), at: isoTime(erasedAt) },
    }));
    return { ...page, items };
  }
}
