import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { wrongField, type Refusal } from '../../kernel/refusal';
import { ok, refused, type Result } from '../../kernel/result';
import { DAY, shanghaiMidnight } from '../../kernel/time';
import type { Request } from '../../platform/auth/request';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { workbook } from '../../platform/documents/workbook';
import { toPage } from '../../platform/http/page';
import type { CollectionPage, CollectionQuery, WhoCollectedView, WhoQuery } from './collection-view.dto';
import { Collections } from './collections.view';
import { WhoCollectedCounts } from './who/who-collected.view';
import { WHO_SHEET, whoColumns } from './who/who-collected-sheet';

const LONGEST_DAYS = 92;

@Injectable()
export class FindCollections {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly collections: Collections,
    private readonly who: WhoCollectedCounts,
  ) {}

  async list({ caller }: Request, query: CollectionQuery): Promise<CollectionPage> {
    const rows = await this.uow.run(caller.scope, (tx) => this.collections.list(tx, caller.userId, query));
    return toPage(rows, query.limit, ({ id }) => id);
  }

  async whoCollected({ caller }: Request, query: WhoQuery): Promise<Result<WhoCollectedView, Refusal>> {
    const days = (shanghaiMidnight(query.to) - shanghaiMidnight(query.from)) / DAY;
    if (days < 0 || days > LONGEST_DAYS)
      return refused(wrongField('to', 'collection.period-wrong', { days: LONGEST_DAYS }));
    return ok(await this.uow.run(caller.scope, (tx) => this.who.count(tx, query)));
  }

  async sheet(request: Request, query: WhoQuery): Promise<Result<Readable, Refusal>> {
    const counted = await this.whoCollected(request, query);
    if (!counted.ok) return counted;
    const { language } = request;
    return ok(await workbook(WHO_SHEET[language], whoColumns(language), counted.value.rows));
  }
}
