import { ok, refused, type Result } from '../../../kernel/result';

/**
 * The text of a table that somebody saved: by its byte order mark, else UTF-16 as its empty bytes show, else strict UTF-8,
 * else GB 18030, which is what spreadsheets of Chinese systems write. A sign that cannot be read refuses the file.
 */
export function readTableText(bytes: Uint8Array): Result<string, 'file.encoding-unknown'> {
  for (const encoding of encodingsOf(bytes)) {
    const text = decoded(bytes, encoding);
    if (text !== null && isText(text)) return ok(text);
  }
  return refused('file.encoding-unknown');
}

/** Rows of cells as a spreadsheet shows them: quotes and `="…"` undone, rows without a word left out. */
export function readTableRows(text: string): { readonly line: number; readonly cells: string[] }[] {
  const lines = text.split(/\r\n|\n|\r/);
  const separator = /^[^,;]*\t/.test(lines[0] ?? '') ? '\t' : /^[^,]*;/.test(lines[0] ?? '') ? ';' : ',';
  return lines
    .map((row, i) => ({ line: i + 1, cells: row.split(separator).map((cell) => unquoted(cell.trim())) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
}

const MARKS = [
  { encoding: 'utf-8', mark: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', mark: [0xff, 0xfe] },
  { encoding: 'utf-16be', mark: [0xfe, 0xff] },
] as const;

function encodingsOf(bytes: Uint8Array): readonly string[] {
  const marked = MARKS.find(({ mark }) => mark.every((byte, i) => bytes[i] === byte));
  if (marked) return [marked.encoding];
  const empty = [0, 1].map((odd) => bytes.subarray(0, 512).filter((byte, i) => i % 2 === odd && byte === 0).length);
  if ((empty[1] ?? 0) > 8) return ['utf-16le'];
  if ((empty[0] ?? 0) > 8) return ['utf-16be'];
  return ['utf-8', 'gb18030'];
}

function decoded(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null; // not written in it
  }
}

/** A picture or a workbook decodes as GB 18030 now and then, but no table holds its control signs. */
const isText = (text: string): boolean => !/(?![\t\n\r])\p{Cc}|\ufffd|\p{Co}|\p{Cn}/u.test(text);

/** `"8630…"`, `="8630…"` and `'8630…` keep a spreadsheet from reading a number; none of our cells holds a separator. */
const unquoted = (cell: string): string =>
  (/^=?"(.*)"$/.exec(cell)?.[1] ?? cell).replace(/""/g, '"').replace(/^'/, '').trim();
