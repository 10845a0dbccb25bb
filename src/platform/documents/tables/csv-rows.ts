import { textCell, type TableRow } from '../../../kernel/table-cell';
import { TABLE_LIMITS as MOST } from './table-limits';
import { encodingOf } from './text-encoding';
import { UnreadableTable } from './unreadable-table';

const PIECE_BYTES = 64 * 1024;
const SEPARATORS = ['\t', ';', ',', '，'] as const;

/** The rows of a CSV file that hold anything. `line` is where a row begins in an editor; quoted cells may go over several. */
export function* readCsvRows(bytes: Buffer): Generator<TableRow> {
  let reader: CsvGatherer | null = null;
  for (const piece of decoded(bytes)) {
    reader ??= new CsvGatherer(separatorOf(piece));
    reader.write(piece);
    yield* reader.take();
  }
  reader?.end();
  yield* reader?.take() ?? [];
}

function* decoded(bytes: Buffer): Generator<string> {
  const decoder = new TextDecoder(encodingOf(bytes), { fatal: true });
  for (let from = 0; from < bytes.length; from += PIECE_BYTES) {
    const last = from + PIECE_BYTES >= bytes.length;
    yield readable(decoder, bytes.subarray(from, from + PIECE_BYTES), !last);
  }
}

/** A picture decodes as GB 18030 now and then, but no table holds its control signs. */
function readable(decoder: TextDecoder, bytes: Buffer, stream: boolean): string {
  let text: string;
  try {
    text = decoder.decode(bytes, { stream });
  } catch {
    throw new UnreadableTable('import.encoding-unknown');
  }
  if (/(?![\t\n\r])\p{Cc}|\p{Co}|\p{Cn}/u.test(text)) throw new UnreadableTable('import.not-a-table');
  return text;
}

/** The one that parts the first lines most often. */
function separatorOf(text: string): string {
  const head = text.split(/\r\n|\n|\r/, 10).join('\n');
  const counts = SEPARATORS.map((separator) => head.split(separator).length - 1);
  return SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ',';
}

/** Cells by RFC 4180: a quote opens a cell only at its beginning, so that an inch sign elsewhere does no harm. */
class CsvGatherer {
  private rows: TableRow[] = [];
  private seen = 0;
  private line = 1;
  private began = 1;
  private cells: string[] = [];
  private cell = '';
  private quoted = false;
  /** The sign before was a quote inside a quoted cell: the end of it, or half of a doubled one. */
  private closing = false;
  private afterReturn = false;

  /** Signs that part nothing, in one piece: a string put together sign by sign costs many times its size. */
  private readonly plain: RegExp;

  constructor(private readonly separator: string) {
    this.plain = new RegExp(`[^\\r\\n"${separator}]+`, 'y');
  }

  take(): TableRow[] {
    const taken = this.rows;
    this.rows = [];
    return taken;
  }

  write(text: string): void {
    for (let at = 0; at < text.length;) {
      this.plain.lastIndex = at;
      const piece = this.plain.exec(text)?.[0] ?? text.charAt(at);
      this.read(piece);
      at += piece.length;
    }
  }

  end(): void {
    this.endRow();
  }

  private read(sign: string): void {
    const lineFeed = sign === '\n' && this.afterReturn;
    this.afterReturn = sign === '\r';
    if (lineFeed) return;
    const ends = sign === '\n' || sign === '\r';
    if (ends) this.line += 1;
    if (this.quoted && !this.closing) return sign === '"' ? void (this.closing = true) : this.add(ends ? '\n' : sign);
    if (this.closing && sign === '"') {
      this.closing = false;
      return this.add('"');
    }
    this.quoted = this.closing = false;
    if (ends) this.endRow();
    else if (sign === this.separator) this.endCell();
    else if (sign === '"' && /^=?$/.test(this.cell)) this.openQuote();
    else this.add(sign);
  }

  /** `="8630…"` keeps a spreadsheet from reading a number. */
  private openQuote(): void {
    this.cell = '';
    this.quoted = true;
  }

  private add(text: string): void {
    this.cell += text;
    if (this.cell.length > MOST.cellLength) throw new UnreadableTable('import.cell-too-long');
  }

  private endCell(): void {
    if (this.cells.length >= MOST.columns) throw new UnreadableTable('import.too-many-columns');
    this.cells.push(this.cell);
    this.cell = '';
  }

  private endRow(): void {
    this.endCell();
    const cells = this.cells;
    const line = this.began;
    this.cells = [];
    this.began = this.line;
    if (cells.every((cell) => cell.trim() === '')) return;
    if (++this.seen > MOST.rows) throw new UnreadableTable('import.too-many-rows');
    this.rows.push({ line, cells: cells.map(textCell) });
  }
}
