/**
 * Row level security in the one form every scoped table uses. A transaction that named no scope sees nothing.
 * Only equality and ranges appear: they are leakproof, so indexes stay usable (docs/architecture.md, "The database is the last guard").
 */
const SYSTEM = `current_setting('hanan.scope', true) = 'system'`;

export interface ScopeColumns {
  /** Column that holds the region code of the row. */
  readonly region?: string;
  /** Columns that hold an enterprise that may see the row. */
  readonly enterprise?: readonly string[];
  /** Columns that hold a user who may see the row. */
  readonly user?: readonly string[];
  /** Column that holds the welder who may see the row. */
  readonly welder?: string;
}

function predicate(columns: ScopeColumns): string {
  const equal = (column: string, setting: string) =>
    `${column} = nullif(current_setting('hanan.${setting}', true), '')`;
  const parts = [SYSTEM];
  if (columns.region)
    parts.push(
      `(current_setting('hanan.scope', true) = 'region' and ${columns.region} >= current_setting('hanan.region_from', true)` +
        ` and ${columns.region} < current_setting('hanan.region_to', true))`,
    );
  for (const column of columns.enterprise ?? []) parts.push(equal(column, 'enterprise'));
  for (const column of columns.user ?? []) parts.push(equal(column, 'user'));
  if (columns.welder) parts.push(equal(columns.welder, 'welder'));
  return parts.join(' or ');
}

/** Forces RLS on a table, also for its owner, and lets the application role see the rows of its scope. */
export const scoped = (table: string, columns: ScopeColumns): string => `
  alter table ${table} enable row level security;
  alter table ${table} force row level security;
  create policy ${table}_scope on ${table} using (${predicate(columns)}) with check (${predicate(columns)});`;

/** Rows that belong to a scoped parent: visible when the parent is (the parent's own policy decides). */
export const scopedBy = (table: string, parent: string, key: string): string => `
  alter table ${table} enable row level security;
  alter table ${table} force row level security;
  create policy ${table}_scope on ${table} using (${SYSTEM} or exists (select 1 from ${parent} p where p.id = ${table}.${key}))
    with check (${SYSTEM} or exists (select 1 from ${parent} p where p.id = ${table}.${key}));`;
