import { Injectable } from '@nestjs/common';
import { practiceLimits } from '../../../domain/training/practice';
import type { Request } from '../../../platform/auth/request';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { toPage, type PageQuery } from '../../../platform/http/page';
import { RulesReader } from '../../rules/rules.reader';
import { ProviderStore } from '../providers/provider.store';
import { reachOf } from '../training-reach';
import type { OwnPractice, PracticePage } from './practice.dto';
import { PracticeStore } from './practice.store';
import { PracticesView } from './practices.view';

@Injectable()
export class FindPractices {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly practices: PracticeStore,
    private readonly providers: ProviderStore,
    private readonly view: PracticesView,
    private readonly rules: RulesReader,
  ) {}

  own({ caller, at }: Request): Promise<OwnPractice> {
    return this.uow.run(systemScope('training'), async (tx) => {
      const named = caller.welderId === null ? null : await this.practices.instructor(tx, caller.welderId);
      const school = named && (await this.providers.find(tx, named.providerId));
      return {
        providerName: school?.name ?? null,
        limits: practiceLimits(this.rules.book(), school?.regionCode ?? '', at),
        open: named && (await this.view.openOf(tx, named.welderId, at)),
      };
    });
  }

  async list({ caller, at }: Request, query: PageQuery): Promise<PracticePage> {
    const rows = await this.uow.run(systemScope('training'), (tx) => this.view.list(tx, reachOf(caller), query, at));
    return toPage(rows, query.limit, ({ id }) => id);
  }
}
