import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { writtenRows } from './schema-rows';

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
  /\b(?:insert\s+into|update(?:\s+only)?|delete\s+from|merge\s+into|truncate(?:\s+table)?|copy)\s+([a-z_]+)/gi;
/** After the words that a table follows, and after a comma in a list of tables. */
const NAMED =
  /\b(?:from|join|using|into|update|only|table)\s+(?:lateral\s+)?\(?([a-z_]+)\b|,\s*([a-z_]+)(?=\s+(?:as\s+)?[a-z]\w*\s*(?:,|where|join|on|left|cross|\)|$))/gi;
const ROWS_OF = /\.rows\((\w+)\)/g;
const WRITING_ROWS = /\.rows\((\w+)\)\s*\.(?:insert|insertNew|update|delete)\(/g;

/** Every table that the SQL and the rows of a file under `src` name, and whether the file writes it. */
export function tableUses(): TableUse[] {
  return readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .filter((file) => /^(modules|gateway|platform|commands)\/.*\.ts$/.test(file))
    .sort()
    .flatMap((file) => usesIn(file, readFileSync(join(SRC, file), 'utf8')));
}

export function usesIn(file: string, text: string): TableUse[] {
  const sql = stringsOf(text);
  const all = (pattern: RegExp, source: string): string[] =>
    [...source.matchAll(pattern)].flatMap((match) => match.slice(1).filter((word) => word !== undefined));
  const written = new Set([
    ...sql.flatMap((one) => all(WRITING, one)),
    ...all(WRITING_ROWS, text).map((name) => tableOf.get(name) ?? ''),
  ]);
  const named = new Set([
    ...written,
    ...sql.flatMap((one) => all(NAMED, one)),
    ...all(ROWS_OF, text).map((name) => tableOf.get(name) ?? ''),
  ]);
  return [...named].filter((table) => ownerOf.has(table)).map((table) => ({ file, table, writes: written.has(table) }));
}

/** Strings and templates, without what is put into them at run time and without comments of SQL. */
function stringsOf(text: string): string[] {
  const source = ts.createSourceFile('x.ts', text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) found.push(node.text);
    if (ts.isTemplateExpression(node))
      found.push([node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join(' $ '));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found.map((one) => one.replace(/--[^\n]*/g, '').replace(/\s+/g, ' '));
}
