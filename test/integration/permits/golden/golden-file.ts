import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Recording } from './recorded-day';

const FILE = join(__dirname, 'golden-day.json');
const WIDTH = 150;
/** What is shorter shares its line with its neighbours. */
const SHORT = 60;

export const readGolden = (): Recording => JSON.parse(readFileSync(FILE, 'utf8')) as Recording;

/** A row a line, so that a change of one value is a change of one line. */
export function writeGolden({ steps, rows }: Recording): void {
  const tables = Object.entries(rows).map(([table, of]) => `${JSON.stringify(table)}: ${lines(of.map(oneLine))}`);
  const text = `{\n"steps": ${lines(steps.map((step) => folded(step, '')))},\n"rows": {\n${tables.join(',\n')}\n}\n}\n`;
  writeFileSync(FILE, text);
}

const lines = (items: readonly string[]): string => (items.length === 0 ? '[]' : `[\n${items.join(',\n')}\n]`);
const oneLine = (value: unknown): string => JSON.stringify(value);
const isPlain = (value: unknown): boolean => typeof value !== 'object' || value === null;
const isShort = (value: unknown): boolean => isPlain(value) || oneLine(value).length <= SHORT;

/** What fits into a line is one; short values share lines, each list or object begins its own. */
function folded(value: unknown, indent: string): string {
  const line = oneLine(value);
  if (isPlain(value) || indent.length + line.length <= WIDTH) return line;
  const inner = `${indent}  `;
  if (Array.isArray(value)) return `[\n${value.map((one) => inner + folded(one, inner)).join(',\n')}\n${indent}]`;
  const fields: string[] = [];
  let short: string[] = [];
  const flush = (): void => {
    if (short.length > 0) fields.push(short.join(', '));
    short = [];
  };
  for (const [key, one] of Object.entries(value as object)) {
    const field = `${JSON.stringify(key)}: ${folded(one, inner)}`;
    if (!isShort(one) || short.join(', ').length + field.length > WIDTH) flush();
    if (isShort(one)) short.push(field);
    else fields.push(field);
  }
  flush();
  return `{\n${fields.map((field) => inner + field).join(',\n')}\n${indent}}`;
}
