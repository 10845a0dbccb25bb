import { Injectable } from '@nestjs/common';
import { conflict, notFound, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { Journal } from '../../../platform/audit/journal';
import type { Request } from '../../../platform/auth/request';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Ids } from '../../../platform/time/ids';
import type { SavedFilter, SavedFilterList, SaveFilterRequest } from './filter.dto';
import { FilterStore, type KeptFilter } from './filter.store';

/** More than a person finds again. */
const MOST = 30;
const LONGEST = 64;

/** A person's own filters of the register, kept under a name. */
@Injectable()
export class KeepFilters {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly filters: FilterStore,
    private readonly journal: Journal,
    private readonly ids: Ids,
  ) {}

  async list({ caller }: Request): Promise<SavedFilterList> {
    const kept = await this.uow.run(systemScope('inventory-filters'), (tx) => this.filters.of(tx, caller.userId));
    return { items: kept.map(viewOf) };
  }

  async save({ caller, at }: Request, body: SaveFilterRequest): Promise<Result<SavedFilter, Refusal>> {
    const filter: KeptFilter = {
      id: this.ids.next(at),
      userId: caller.userId,
      kind: body.kind,
      name: body.name.trim(),
      query: textsOf(body.query),
      createdAt: at,
    };
    return this.uow.attempt(systemScope('inventory-filters'), async (tx) => {
      if ((await this.filters.of(tx, caller.userId)).length >= MOST)
        return refused(conflict('inventory.filters-full', { params: { max: MOST } }));
      if (!(await this.filters.insert(tx, filter))) return refused(conflict('inventory.filter-name-taken'));
      const { kind, name, query } = filter;
      this.journal.record(tx, caller, at, [
        { action: 'inventory.filter-saved', entity: 'inventory-filter', entityId: filter.id, after: { kind, name, query } },
      ]); // prettier-ignore
      return ok(viewOf(filter));
    });
  }

  async remove({ caller, at }: Request, id: string): Promise<Result<null, Refusal>> {
    return this.uow.attempt(systemScope('inventory-filters'), async (tx) => {
      if (!(await this.filters.remove(tx, caller.userId, id))) return refused(notFound('inventory.filter-not-found'));
      this.journal.record(tx, caller, at, [
        { action: 'inventory.filter-removed', entity: 'inventory-filter', entityId: id },
      ]);
      return ok(null);
    });
  }
}

/** Only short texts: what else was sent is no parameter of a list. */
const textsOf = (query: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(query)
      .filter((entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1].length <= LONGEST)
      .slice(0, MOST),
  );

const viewOf = ({ id, kind, name, query }: KeptFilter): SavedFilter => ({ id, kind, name, query });
