import { Injectable } from '@nestjs/common';
import { notFound, type Refusal } from '../../kernel/refusal';
import type { RegionCode } from '../../kernel/region-code';
import { ok, refused, type Result } from '../../kernel/result';
import type { Request } from '../../platform/auth/request';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { levelOf, type RegionPage, type RegionView } from './region.dto';
import { RegionsReader, type Region } from './regions.reader';

/** Stepping down the tree, from the provinces to the villages. */
@Injectable()
export class BrowseRegions {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly regions: RegionsReader,
  ) {}

  async children({ caller }: Request, parent: RegionCode | null): Promise<Result<RegionPage, Refusal>> {
    return this.uow.run(caller.scope, async (tx) => {
      if (parent !== null && !(await this.regions.exists(tx, parent))) return refused(unknown(parent));
      const children = await this.regions.children(tx, parent);
      return ok({ items: children.map(toView), nextCursor: null });
    });
  }

  async one({ caller }: Request, code: RegionCode): Promise<Result<RegionView, Refusal>> {
    const region = await this.uow.run(caller.scope, (tx) => this.regions.find(tx, code));
    return region ? ok(toView(region)) : refused(unknown(code));
  }
}

const toView = (region: Region): RegionView => ({ ...region, level: levelOf(region.code) });
const unknown = (code: RegionCode): Refusal => notFound('region.not-found', { params: { code } });
