import { Injectable } from '@nestjs/common';
import { escapeIdentifier } from 'pg';
import type { Scope } from '../database/scope';
import { systemScope } from '../database/scope';
import { UnitOfWork, type Tx } from '../database/unit-of-work';

/** A column that names files. */
export interface Use {
  readonly table: string;
  readonly column: string;
  /** One id, a list of them, or JSON with a list under `photoIds`. */
  readonly holds: 'one' | 'list' | 'json';
  /** Row level security decides who sees its rows. */
  readonly scoped: boolean;
}

/** Tables without a policy of their own: who sees the row they belong to sees theirs. */
const PARENTS: Readonly<Record<string, { readonly table: string; readonly key: string }>> = {
  certificates: { table: 'welders', key: 'welder_id' },
};

/**
 * The uses of files, read from the catalogue of the database. So a table of a later feature is never forgotten: foreign
 * keys to `files`, lists named `…photo_ids`, and JSON whose `photoIds` are indexed.
 */
const USES = `
  select c.relname as table, a.attname as column, 'one' as holds, c.relrowsecurity as scoped
  from pg_constraint k join pg_class c on c.oid = k.conrelid
    join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
  where k.contype = 'f' and k.confrelid = 'files'::regclass
  union
  select c.relname, a.attname, 'list', c.relrowsecurity
  from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = 'public' and c.relkind in ('r', 'p') and a.attname ~ '(photo|file)_ids$' and not a.attisdropped
  union
  select c.relname, 'detail', 'json', c.relrowsecurity
  from pg_index i join pg_class c on c.oid = i.indrelid
  where pg_get_indexdef(i.indexrelid) like '%(detail -> ''photoIds''::text)%'
  order by 1, 2`;

function namesFile({ column, holds }: Use, file: string, row = ''): string {
  const name = `${row}${escapeIdentifier(column)}`;
  if (holds === 'one') return `${name} = ${file}`;
  return holds === 'list' ? `${name} @> array[${file}]::text[]` : `${name} -> 'photoIds' ? ${file}`;
}

/** Which records a file belongs to. Everybody who sees one of them sees the file. */
@Injectable()
export class FileUses {
  private found: Promise<readonly Use[]> | undefined;

  constructor(private readonly uow: UnitOfWork) {}

  /** Found under the system's eyes by index, then looked at under the reader's own: the policy of that table decides. */
  async isSeenBy(scope: Scope, fileId: string): Promise<boolean> {
    for (const use of await this.known()) {
      const rows = await this.uow.run(systemScope('file-uses'), (tx) =>
        tx.query<{ at: string }>(
          `select ctid::text as at from ${escapeIdentifier(use.table)} where ${namesFile(use, '$1')} limit 20`,
          [fileId],
        ),
      );
      if (rows.length > 0 && (await this.sees(scope, use, rows))) return true;
    }
    return false;
  }

  /** For a condition on `files f`: no record names it; of those columns alone that `asked` picks. */
  async unused(asked: (use: Use) => boolean = () => true): Promise<string> {
    const uses = (await this.known()).filter(asked);
    return uses
      .map((use) => `not exists (select 1 from ${escapeIdentifier(use.table)} u where ${namesFile(use, 'f.id', 'u.')})`)
      .join(' and ');
  }

  private async sees(scope: Scope, { table, scoped }: Use, rows: readonly { at: string }[]): Promise<boolean> {
    const parent = PARENTS[table];
    if (!scoped && !parent) return false;
    const belongs = parent ? `join ${parent.table} p on p.id = t.${parent.key}` : '';
    const found = await this.uow.run(scope, (tx: Tx) =>
      tx.query(`select 1 from ${escapeIdentifier(table)} t ${belongs} where t.ctid = any($1::tid[]) limit 1`, [
        rows.map(({ at }) => at),
      ]),
    );
    return found.length > 0;
  }

  /** Every column that names files. */
  known(): Promise<readonly Use[]> {
    this.found ??= this.uow.run(systemScope('file-uses'), (tx) => tx.query<Use>(USES));
    this.found.catch(() => (this.found = undefined));
    return this.found;
  }
}
