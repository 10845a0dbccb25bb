/** What a statement of a migration takes away from the version of the program that still runs beside it. */

/** Stands in a comment before a statement, as “contract after 0.4.0: why”: the last version that used what goes. */
const CONTRACT = /^\/\*\s*contract after (\d+\.\d+\.\d+): \S[^*]*\*\//;

interface Made {
  readonly tables: ReadonlySet<string>;
  /** `table.column` */
  readonly columns: ReadonlySet<string>;
  readonly dropped: ReadonlySet<string>;
}

/** What is not an addition, one line each; `running` is the version that the release replaces. */
export function takenAway(sql: readonly string[], running: string): string[] {
  const statements = sql.flatMap(statementsOf);
  const made = madeBy(statements.map(bare));
  return statements.flatMap((statement) => {
    const after = CONTRACT.exec(statement)?.[1];
    const found = objections(bare(statement), made);
    if (after === undefined) return found;
    if (found.length === 0) return [`nothing is taken away, so it is no contract step: ${shown(statement)}`];
    return isEarlier(after, running)
      ? []
      : [`${after} still runs beside this release (${running}): ${shown(statement)}`];
  });
}

/** Without texts, bodies of functions and comments; in lower case, with single spaces. */
const bare = (statement: string): string =>
  statement
    .replace(/\$(\w*)\$[\s\S]*?\$\1\$/g, "''")
    .replace(/'(?:[^']|'')*'/g, "''")
    .replace(/--[^\n]*|\/\*[\s\S]*?\*\//g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();

/** Cut at semicolons, but not inside of texts, bodies and comments. */
const statementsOf = (sql: string): string[] =>
  [...sql.matchAll(/(?:\$(\w*)\$[\s\S]*?\$\1\$|'(?:[^']|'')*'|--[^\n]*|\/\*[\s\S]*?\*\/|[^;])+/g)]
    .map(([statement]) => statement.trim())
    .filter((statement) => statement !== '');

function madeBy(statements: readonly string[]): Made {
  const [tables, columns, dropped] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for (const statement of statements) {
    const table = /^create (?:temporary |temp |unlogged )?table (?:if not exists )?([\w."]+)/.exec(statement)?.[1];
    if (table !== undefined) tables.add(table);
    for (const { table: altered, action } of alterations(statement)) {
      const column = /^add (?:column )?(?:if not exists )?(?!constraint\b|check\b|unique\b|primary\b|foreign\b|exclude\b)(\w+)/.exec(action)?.[1]; // prettier-ignore
      if (column !== undefined) columns.add(`${altered}.${column}`);
      const constraint = /^drop constraint (?:if exists )?(\w+)/.exec(action)?.[1];
      if (constraint !== undefined) dropped.add(`${altered}.${constraint}`);
    }
  }
  return { tables, columns, dropped };
}

interface Alteration {
  readonly table: string;
  readonly action: string;
}

/** One `alter table` may do several things, with commas between. */
function alterations(statement: string): Alteration[] {
  const [, table = '', rest = ''] = /^alter table (?:if exists )?(?:only )?([\w."]+) (.*)$/.exec(statement) ?? [];
  return table === '' ? [] : splitAtCommas(rest).map((action) => ({ table, action }));
}

function splitAtCommas(text: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const sign of text) {
    depth += sign === '(' || sign === '[' ? 1 : sign === ')' || sign === ']' ? -1 : 0;
    if (sign === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += sign;
  }
  return parts.map((part) => part.trim());
}

function objections(statement: string, made: Made): string[] {
  const found = alterations(statement)
    .filter(({ table }) => !made.tables.has(table))
    .flatMap((one) => ofAlteration(one, made));
  const [, kind, name = ''] = /^drop (table|view|materialized view|function|sequence|type|schema) (?:if exists )?([\w."]+)/.exec(statement) ?? []; // prettier-ignore
  if (kind !== undefined && !made.tables.has(name)) found.push(`a ${kind} goes`);
  if (/^alter (?:view|function|sequence|type|schema|index) .* rename /.test(statement))
    found.push('something is renamed');
  const [, indexed = '', columns = ''] = /^create unique index .*? on (?:only )?([\w."]+)[^(]*\((.*)$/.exec(statement) ?? []; // prettier-ignore
  if (indexed !== '' && !made.tables.has(indexed) && !isOfNewColumns(columns, indexed, made))
    found.push('rows must be unique that were not before');
  return found.map((what) => `${what}: ${shown(statement)}`);
}

function ofAlteration({ table, action }: Alteration, made: Made): string[] {
  if (/^rename\b/.test(action)) return ['something is renamed'];
  if (/^drop (?:column )?(?:if exists )?(?!constraint\b|default\b|not null\b)\w+/.test(action))
    return ['a column goes'];
  const [, column = '', change = ''] = /^alter (?:column )?(\w+) (.*)$/.exec(action) ?? [];
  if (column !== '' && !made.columns.has(`${table}.${column}`)) return ofColumn(change);
  const added = /^add (?:column )?(?:if not exists )?(\w+)/.exec(action)?.[1] ?? '';
  if (made.columns.has(`${table}.${added}`))
    return /\bnot null\b/.test(action) && !/\bdefault\b|\bgenerated\b/.test(action) ? ['a new column must be filled, which older code does not'] : []; // prettier-ignore
  const constraint = /^add (?:constraint (\w+) )?(check|unique|primary key|exclude|foreign key)(.*)$/.exec(action);
  if (constraint === null) return [];
  const [, name = '', kind = '', rest = ''] = constraint;
  const isWider = kind === 'check' && made.dropped.has(`${table}.${name}`);
  const isAllowed = isWider || /\bnot valid\b|\busing index\b/.test(rest) || isOfNewColumns(rest, table, made);
  return isAllowed ? [] : [`older code may write what the new ${kind} refuses`];
}

function ofColumn(change: string): string[] {
  if (/^(?:set data )?type\b/.test(change)) return ['a column changes its type'];
  if (/^set not null\b/.test(change)) return ['a column must be filled that need not be'];
  return /^drop default\b/.test(change) ? ['a default goes that older code relies on'] : [];
}

const WORDS_OF_SQL = new Set(
  'and or not is null in any all some array between like similar to true false case when then else end from with where references on delete update cascade restrict set deferrable initially deferred immediate collate distinct asc desc nulls first last text integer boolean date timestamptz jsonb interval numeric bigint using gist hash btree include'.split(
    ' ',
  ),
);

/** What older code does not write cannot refuse what older code writes: it leaves new columns empty or as by default. */
function isOfNewColumns(expression: string, table: string, { columns }: Made): boolean {
  const names = [...expression.matchAll(/\b([a-z_]\w*)\b(?!\s*\()/g)].map(([, name = '']) => name);
  const own = names.filter((name) => !WORDS_OF_SQL.has(name) && name !== table);
  return own.length > 0 && own.every((name) => columns.has(`${table}.${name}`));
}

const shown = (statement: string): string => bare(statement).slice(0, 120);

function isEarlier(one: string, other: string): boolean {
  const [a, b] = [one, other].map((version) => version.split('.').map(Number));
  const at = a!.findIndex((part, i) => part !== b![i]);
  return at >= 0 && a![at]! < b![at]!;
}
