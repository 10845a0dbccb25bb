import { Injectable } from '@nestjs/common';
import { mayImport } from '../../domain/imports/who-may-import';
import type { Language } from '../../kernel/language';
import { invalid, notFound, type Refusal } from '../../kernel/refusal';
import { ok, refused, type Result } from '../../kernel/result';
import type { Request } from '../../platform/auth/request';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work';
import { toPage, type PageQuery } from '../../platform/http/page';
import { Catalogue } from '../../platform/i18n/catalogue';
import type { ImportPage, ImportRowPage, ImportRowsQuery, ImportRowView, ImportView } from './import.dto';
import { importView, rowView } from './import.mapper';
import { ImportRowStore } from './import-row.store';
import { ImportStore, type Import } from './import.store';

/** So many rows with troubles stand in one report. */
export const MOST_REPORTED = 20_000;

/** An import with the rows that a person should read. */
export interface ImportReport {
  readonly one: ImportView;
  readonly rows: readonly ImportRowView[];
  readonly cut: boolean;
}

@Injectable()
export class FindImports {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly imports: ImportStore,
    private readonly rows: ImportRowStore,
    private readonly catalogue: Catalogue,
  ) {}

  list({ caller, language }: Request, query: PageQuery): Promise<ImportPage> {
    return this.uow.run(caller.scope, async (tx) => {
      const page = toPage(await this.imports.list(tx, query), query.limit, ({ id }) => id);
      return { ...page, items: page.items.map((one) => importView(one, this.catalogue, language)) };
    });
  }

  one(request: Request, id: string): Promise<Result<ImportView, Refusal>> {
    return this.within(request, id, (_tx, one) => importView(one, this.catalogue, request.language));
  }

  async page(request: Request, id: string, query: ImportRowsQuery): Promise<Result<ImportRowPage, Refusal>> {
    const after = Number(query.cursor ?? 0);
    if (!Number.isInteger(after) || after < 0 || after > 2 ** 31 - 1) return refused(invalid('import.cursor-unknown'));
    return this.within(request, id, async (tx, one) => {
      const { verdict = null, limit } = query;
      const found = await this.rows.list(tx, id, { verdict, after, limit: limit + 1 });
      const page = toPage(found, limit, ({ line }) => String(line));
      return { ...page, items: page.items.map((row) => rowView(row, one.kind, this.catalogue, request.language)) };
    });
  }

  report(request: Request, id: string): Promise<Result<ImportReport, Refusal>> {
    return this.within(request, id, async (tx, one) => {
      const rows = await this.rows.troubled(tx, id, 0, MOST_REPORTED + 1);
      const shown = (language: Language): ImportRowView[] =>
        rows.slice(0, MOST_REPORTED).map((row) => rowView(row, one.kind, this.catalogue, language));
      return {
        one: importView(one, this.catalogue, request.language),
        rows: shown(request.language),
        cut: rows.length > MOST_REPORTED,
      };
    });
  }

  private within<T>(
    { caller }: Request,
    id: string,
    show: (tx: Tx, one: Import) => T | Promise<T>,
  ): Promise<Result<T, Refusal>> {
    return this.uow.run(caller.scope, async (tx) => {
      const one = await this.imports.find(tx, id);
      return one && mayImport(caller, one.kind) ? ok(await show(tx, one)) : refused(notFound('import.not-found'));
    });
  }
}
