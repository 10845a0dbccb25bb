import { Injectable } from '@nestjs/common';
import { notFound, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import type { Request } from '../../../platform/auth/request';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { toPage } from '../../../platform/http/page';
import type { HelpDetail, HelpFigures, HelpPage, HelpQuery } from './help.dto';
import { HelpDetails } from './help-details';
import { ticketShown } from './help-shown';
import { HelpStore } from './help.store';
import { HelpViews } from './help.view';

/** Requests for help: the duty desk sees those of its region, whoever asked their own. */
@Injectable()
export class FindHelp {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly store: HelpStore,
    private readonly views: HelpViews,
    private readonly details: HelpDetails,
  ) {}

  async list({ caller, language, at }: Request, query: HelpQuery): Promise<HelpPage> {
    const ids = await this.uow.run(caller.scope, (tx) => this.views.visibleIds(tx, query, at));
    const page = toPage(ids, query.limit, (id) => id);
    const rows = await this.uow.run(systemScope('help'), (tx) => this.views.load(tx, page.items));
    return { ...page, items: rows.map((row) => ticketShown(row, language)) };
  }

  async one(request: Request, id: string): Promise<Result<HelpDetail, Refusal>> {
    const ticket = await this.uow.run(request.caller.scope, (tx) => this.store.find(tx, id));
    if (!ticket) return refused(notFound('help.not-found'));
    return this.uow.run(systemScope('help'), async (tx) => ok(await this.details.show({ ...request, tx }, ticket)));
  }

  figures({ caller, at }: Request): Promise<HelpFigures> {
    return this.uow.run(caller.scope, (tx) => this.views.figures(tx, at));
  }
}
