import { Injectable } from '@nestjs/common';
import { normalPhone } from '../../../kernel/phone';
import { notFound, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { readDigits } from '../../../kernel/typed-text';
import type { Request } from '../../../platform/auth/request';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { toPage } from '../../../platform/http/page';
import { Sealer } from '../../../platform/database/sealer';
import type { WelderPage, WelderQuery, WelderView } from './welder.dto';
import { WelderStore, type WelderSearch } from './welder.store';
import { WELDER_ID_NUMBER, WELDER_PHONE, welderView } from './welder.mapper';

@Injectable()
export class FindWelders {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly welders: WelderStore,
    private readonly sealer: Sealer,
  ) {}

  async one({ caller }: Request, id: string): Promise<Result<WelderView, Refusal>> {
    const welder = await this.uow.run(caller.scope, (tx) => this.welders.find(tx, id));
    return welder ? ok(welderView(welder)) : refused(notFound('welder.not-found'));
  }

  async list({ caller }: Request, query: WelderQuery): Promise<WelderPage> {
    const search = this.searchFor(query.q?.trim());
    const rows = await this.uow.run(caller.scope, (tx) => this.welders.list(tx, query, search));
    const page = toPage(rows, query.limit, ({ id }) => id);
    return { ...page, items: page.items.map(welderView) };
  }

  /** Numbers are sealed, so only a whole one can be found, by its keyed hash. */
  private searchFor(q: string | undefined): WelderSearch {
    if (!q) return { name: null, idNumberHash: null, phoneHash: null };
    const phone = normalPhone(q);
    return {
      name: q,
      idNumberHash: this.sealer.fingerprint(WELDER_ID_NUMBER, readDigits(q)),
      phoneHash: phone === null ? null : this.sealer.fingerprint(WELDER_PHONE, phone),
    };
  }
}
