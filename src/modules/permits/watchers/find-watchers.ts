import { Injectable } from '@nestjs/common';
import { DAY, shanghaiMidnight, type Instant } from '../../../kernel/time';
import type { Request } from '../../../platform/auth/request';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { toPage, type PageQuery } from '../../../platform/http/page';
import type { WatcherPage, WatcherView } from './watcher-certificate.dto';
import { WatchersView, type WatcherRow } from './watchers.view';

/** Who watches, and whose training certificate is missing or has ended. */
@Injectable()
export class FindWatchers {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly watchers: WatchersView,
  ) {}

  async list({ caller, at }: Request, query: PageQuery): Promise<WatcherPage> {
    const rows = await this.uow.run(systemScope('watchers'), (tx) => this.watchers.list(tx, caller.scope, query));
    const page = toPage(rows, query.limit, ({ id }) => id);
    return { ...page, items: page.items.map((row) => viewAt(row, at)) };
  }
}

const viewAt = (row: WatcherRow, at: Instant): WatcherView => ({ ...row, training: trainingAt(row, at) });

function trainingAt({ validTo }: WatcherRow, at: Instant): WatcherView['training'] {
  if (validTo === null) return 'missing';
  return at < shanghaiMidnight(validTo) + DAY ? 'valid' : 'expired';
}
