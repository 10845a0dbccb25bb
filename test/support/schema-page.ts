import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { columnName, type WrittenRow } from './schema-rows';

const LEFT_OUT = join(__dirname, '../../docs/schema/foreign-keys-left-out.json');

interface ForeignKey {
  readonly from: string;
  readonly columns: string;
  readonly to: string;
  readonly optional: boolean;
}

interface LeftOut {
  readonly table: string;
  readonly column: string;
  readonly references: string;
  readonly reason: string;
}

const KEYS = `
  select k.conrelid::regclass::text as "from", k.confrelid::regclass::text as "to",
    string_agg(a.attname, ', ' order by a.attnum) as columns, not bool_and(a.attnotnull) as optional
  from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any(k.conkey)
  where k.contype = 'f' and k.conparentid = 0
  group by k.oid, k.conrelid, k.confrelid order by 1, 3`;

/** `docs/schema.md`: tables by feature with pictures of their keys, from the rows and the migrated database. */
export async function schemaPage(
  rows: readonly WrittenRow[],
  order: readonly string[],
  db: DataSource,
): Promise<string> {
  const keys = await db.query<ForeignKey[]>(KEYS);
  const parts = order
    .map((owner) => rows.filter((row) => row.owner === owner))
    .filter((own) => own.length > 0)
    .map((own) => featurePart(own, keys));
  return [HEAD, ...parts, leftOutPart()].join('\n\n') + '\n';
}

const HEAD = `# The schema

Made from \`src/schema\` and the migrated database; \`UPDATE_DOCS=1 npx jest --selectProjects integration -- database/schema-page\` writes this page
anew, and the same test fails when the page is out of date. A table belongs to the feature under whose name it stands: only that feature writes it. The
columns of a table are in its row file. A picture shows keys only; boxes without columns belong to other features.`;

function featurePart(own: readonly WrittenRow[], keys: readonly ForeignKey[]): string {
  const owner = own[0]?.owner ?? '';
  const tables = new Set(own.map(({ table }) => table));
  const lines = keys.filter(({ from }) => tables.has(from)).map(relation);
  return [
    `## ${owner}`,
    ['```mermaid', 'erDiagram', ...own.map((row) => box(row, keys)), ...lines, '```'].join('\n'),
    ['| Table | What a row is |', '|---|---|', ...own.map(tableLine)].join('\n'),
  ].join('\n\n');
}

const relation = ({ from, to, columns, optional }: ForeignKey): string =>
  `  ${to} ${optional ? '|o' : '||'}--o{ ${from} : "${columns}"`;

/** The key and the columns that name another table; the rest is in the row file. */
function box({ table, fields }: WrittenRow, keys: readonly ForeignKey[]): string {
  const foreign = new Set(keys.filter(({ from }) => from === table).flatMap(({ columns }) => columns.split(', ')));
  const shown = fields.flatMap(({ name, type, decorator }) => {
    const column = columnName(name);
    const primary = decorator?.kind.startsWith('Primary') ?? false;
    const marks = [...(primary ? ['PK'] : []), ...(foreign.has(column) ? ['FK'] : [])].join(', ');
    return marks === '' ? [] : [`    ${type.replace('[]', '_list')} ${column} ${marks}`];
  });
  return [`  ${table} {`, ...shown, '  }'].join('\n');
}

const tableLine = ({ table, file, comment, raw }: WrittenRow): string =>
  `| [\`${table}\`](../src/schema/${file}) | ${comment.replace(/\s+/g, ' ').replace(/ Raw SQL only: .*$/, '')}${raw ? ' *(raw SQL only)*' : ''} |`;

function leftOutPart(): string {
  const left = JSON.parse(readFileSync(LEFT_OUT, 'utf8')) as LeftOut[];
  return [
    '## Foreign keys that are left out',
    'These columns name a row of another table and have no foreign key, on purpose.',
    [
      '| Column | Names | Why there is no key |',
      '|---|---|---|',
      ...left.map((one) => `| \`${one.table}.${one.column}\` | \`${one.references}\` | ${one.reason} |`),
    ].join('\n'),
  ].join('\n\n');
}
