import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { writtenRows } from './schema-rows';
import { calledName, importedBy, parsed, valuesOf, type Parsed, type Value } from './values-of';

const SRC = join(__dirname, '../../src');

export interface TableUse {
  readonly file: string;
  readonly table: string;
  readonly writes: boolean;
}

const ownerOf = new Map(writtenRows().map(({ table, owner }) => [table, owner]));
const tableOf = new Map(writtenRows().map(({ table, name }) => [name, table]));

/** The folder of `src/schema` in which a table's row stands. */
export const ownerOfTable = (table: string): string => ownerOf.get(table) ?? '';

const WRITING =
  /\b(?:insert\s+into|update(?:\s+only)?|delete\s+from(?:\s+only)?|merge\s+into|truncate(?:\s+table)?|copy)\s+([a-z_]+)/g;
/** After the words that a table follows, and after a comma in a list of tables. */
const NAMED =
  /\b(?:from|join|using|into|update|only|table)\s+(?:lateral\s+)?\(?([a-z_]+)\b|,\s*([a-z_]+)(?=\s+(?:as\s+)?[a-z]\w*\s*(?:,|where|join|on|left|cross|\)|$))/g;
/** What is put into SQL at run time and cannot be followed. */
const UNKNOWN = '¤';
/** A fragment of SQL that another file answers for. */
const LENT = ' ( ) ';
const LENDS = /\.(?:view|reader)\.ts$/;
const UNSEEN = /\b(?:from|join|using|into|update|only)\s+(?:lateral\s+)?¤/;
/** `extract(epoch from x)`, `trim(both from x)`: a column follows, no table. */
const FROM_A_COLUMN = /\b(?:extract|trim|substring|overlay)\s*\([^()]*\bfrom\b/g;
const A_STATEMENT = /\b(?:select\s|insert\s+into|update\s.*\sset\s|delete\s+from)/;
const MOST_TEXTS = 60;
const WRITING_CALLS = new Set(['insert', 'insertNew', 'update', 'delete']);
/** Helpers that take a row and write nothing. */
const READING_HELPERS = new Set(['columnsOf', 'columnName', 'columnValue', 'rows']);

/** Each file under `src` that may hold SQL. */
function files(): Parsed[] {
  return readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .filter((file) => /^(modules|gateway|platform|commands)\/.*\.ts$/.test(file))
    .sort()
    .map((file) => parsed(file, readFileSync(join(SRC, file), 'utf8')));
}

/** Every table that the SQL and the rows of a file under `src` name, and whether the file writes it. */
export const tableUses = (): TableUse[] => files().flatMap(usesOf);

/** Statements whose table is only known at run time: who owns it cannot be seen. */
export const unseenTables = (): string[] => files().flatMap(unseenOf);

/** The whole statements of each file, as PostgreSQL reads them. */
export const statements = (): { readonly file: string; readonly sql: string }[] =>
  files().flatMap((one) => sqlOf(one, true).filter((sql) => A_STATEMENT.test(sql)).map((sql) => ({ file: one.file, sql: sql.trim() }))); // prettier-ignore

export const usesIn = (file: string, text: string): TableUse[] => usesOf(parsed(file, text));
export const unseenIn = (file: string, text: string): string[] => unseenOf(parsed(file, text));

/**
 * A file answers for the names that it writes, and for every table that it changes. Names within a fragment of SQL that a
 * view or reader exports are reads of that file, wherever the fragment is put in.
 */
function usesOf(file: Parsed): TableUse[] {
  const own = tablesIn(sqlOf(file, false), NAMED);
  const composed = sqlOf(file, true);
  const rows = rowsIn(file);
  const written = new Set([...tablesIn(composed, WRITING), ...rows.written]);
  const named = new Set([...written, ...own, ...rows.named]);
  const uses = [...named].map((table) => ({ file: file.file, table, writes: written.has(table) }));
  const lent = tablesIn(composed, NAMED).filter((table) => !named.has(table));
  return [...uses, ...lent.flatMap((table) => lendersOf(file, table))].filter(({ table }) => ownerOf.has(table));
}

const tablesIn = (sql: readonly string[], pattern: RegExp): string[] =>
  sql.flatMap((one) => [...one.matchAll(pattern)].flatMap((match) => match.slice(1).filter(Boolean)));

/** Views and readers that a file takes fragments from, where they name the table; if none does, the file itself. */
function lendersOf(file: Parsed, table: string): TableUse[] {
  const name = new RegExp(`\\b${table}\\b`, 'i');
  const lenders = importedBy(file).filter((one) => LENDS.test(one.file) && name.test(one.source.text));
  return (lenders.length > 0 ? lenders : [file]).map((one) => ({ file: one.file, table, writes: false }));
}

const unseenOf = (file: Parsed): string[] =>
  sqlOf(file, true)
    .map((one) => one.replace(FROM_A_COLUMN, ''))
    .filter((one) => A_STATEMENT.test(one) && UNSEEN.test(one))
    .map((one) => `${file.file}: ${UNSEEN.exec(one)?.[0] ?? ''}`);

/** Every text of a file as PostgreSQL reads names: no comments, lower case, no quotes, no `public.` */
function sqlOf(file: Parsed, withLent: boolean): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isExpression(node) && partsOf(node)?.some(namesATable))
      found.push(...textsOf({ expression: node, parsed: file }, withLent ? null : file));
    ts.forEachChild(node, visit);
  };
  visit(file.source);
  return [...new Set(found)].map((one) =>
    one.replace(/--[^\n]*/g, '').replace(/"/g, '').replace(/\s+/g, ' ').toLowerCase().replace(/\bpublic\s*\.\s*/g, ''),
  ); // prettier-ignore
}

const namesATable = (part: string | ts.Expression): boolean =>
  typeof part === 'string'
    ? /,|\b(?:from|join|using|into|update|only|table|copy|truncate)\b/i.test(part)
    : ts.isStringLiteralLike(part);

/** The pieces that make a text; null: the expression makes none. */
function partsOf(node: ts.Expression): (string | ts.Expression)[] | null {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isTemplateExpression(node))
    return [node.head.text, ...node.templateSpans.flatMap(({ expression, literal }) => [expression, literal.text])];
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken)
    return [node.left, node.right];
  return null;
}

/** The texts that an expression may be. Each choice of each piece appears at least once; a text within itself adds nothing. */
function textsOf(value: Value, only: Parsed | null, within: readonly ts.Expression[] = []): string[] {
  return valuesOf(value).flatMap(({ expression, parsed: at }) => {
    const parts = partsOf(expression);
    if (only && only !== at && LENDS.test(at.file)) return [LENT];
    if (!parts) return [` ${UNKNOWN} `];
    if (within.includes(expression)) return [' () '];
    const choices = parts.map((part) =>
      typeof part === 'string' ? [part] : textsOf({ expression: part, parsed: at }, only, [...within, expression]),
    );
    const most = Math.min(MOST_TEXTS, Math.max(...choices.map((one) => one.length)));
    return Array.from({ length: most }, (_, i) => choices.map((one) => one[i % one.length]).join(''));
  });
}

/** Tables of the rows that a file names, and of those that it writes or hands to something that may write. */
function rowsIn(file: Parsed): { named: string[]; written: string[] } {
  const found = { named: [] as string[], written: [] as string[] };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isTypeNode(node)) return;
    if (ts.isIdentifier(node)) found.named.push(...tableOfRow(node, file));
    if (ts.isCallExpression(node)) found.written.push(...writtenBy(node, file));
    ts.forEachChild(node, visit);
  };
  visit(file.source);
  return found;
}

function writtenBy(call: ts.CallExpression, file: Parsed): string[] {
  const name = calledName(call);
  const handedOn = READING_HELPERS.has(name) || file.functions.has(name) ? [] : rowsOf(call.arguments, file);
  if (!WRITING_CALLS.has(name) || !ts.isPropertyAccessExpression(call.expression)) return handedOn;
  const receivers = valuesOf({ expression: call.expression.expression, parsed: file });
  return receivers.flatMap(({ expression, parsed: at }) =>
    ts.isCallExpression(expression) && calledName(expression) === 'rows' ? rowsOf(expression.arguments, at) : [],
  );
}

const rowsOf = (expressions: readonly ts.Expression[], file: Parsed): string[] =>
  expressions
    .flatMap((expression) => valuesOf({ expression, parsed: file }))
    .flatMap(({ expression, parsed: at }) => (ts.isIdentifier(expression) ? tableOfRow(expression, at) : []));

/** A row by the name that its file gives it: imported from `src/schema`, or not declared at all as in a test. */
function tableOfRow(name: ts.Identifier, file: Parsed): string[] {
  const from = file.imports.get(name.text);
  if (from && !from.from.startsWith('schema/')) return [];
  const table = tableOf.get(from?.name ?? name.text);
  return table === undefined ? [] : [table];
}
