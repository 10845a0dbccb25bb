import { EMPTY_CELL, type TableCell, type TableRow } from '../../../kernel/table-cell';
import { columnIn } from './cell-place';
import { MergedValues, type MergedCells } from './merged-cells';
import { TABLE_LIMITS as MOST } from './table-limits';
import { UnreadableTable } from './unreadable-table';
import type { WorkbookParts } from './workbook-parts';
import { readTags } from './xml-tags';

/** The rows of one sheet that hold anything, as they come; memory holds a few of them at a time. */
export async function* readSheetRows(
  parts: WorkbookParts,
  path: string,
  { shared, merged }: { readonly shared: readonly string[]; readonly merged: readonly MergedCells[] },
): AsyncGenerator<TableRow> {
  const xml = await parts.stream(path);
  if (!xml) throw new UnreadableTable('import.file-broken');
  const gathered = new SheetGatherer(shared, new MergedValues(merged));
  for await (const _ of readTags(xml, gathered)) yield* gathered.take();
  yield* gathered.take();
}

/** Puts the tags of a sheet together to rows. */
class SheetGatherer {
  private rows: TableRow[] = [];
  private seen = 0;
  private line = 0;
  private hidden = false;
  private cells: TableCell[] = [];
  private column = -1;
  private type = '';
  private value = '';
  private formula = false;
  private reading = false;

  constructor(
    private readonly shared: readonly string[],
    private readonly merged: MergedValues,
  ) {}

  take(): TableRow[] {
    const taken = this.rows;
    this.rows = [];
    return taken;
  }

  readonly opened = (name: string, attributes: Readonly<Record<string, string>>): void => {
    if (name === 'row') this.beginRow(Number(attributes['r']), attributes['hidden'] ?? '');
    else if (name === 'c') this.beginCell(attributes['r'], attributes['t'] ?? 'n');
    else if (name === 'f') this.formula = true;
    this.reading = name === 'v' || name === 't';
  };

  readonly text = (text: string): void => {
    if (!this.reading) return;
    this.value += text;
    if (this.value.length > MOST.cellLength) throw new UnreadableTable('import.cell-too-long');
  };

  readonly closed = (name: string): void => {
    this.reading = false;
    if (name === 'c') this.endCell();
    else if (name === 'row') this.endRow();
  };

  /** Rows go down (ECMA-376, 18.3.1.73): one that comes twice, or back, was written by no spreadsheet program. */
  private beginRow(said: number, hidden: string): void {
    const line = said > 0 ? said : this.line + 1;
    if (!Number.isInteger(line) || line <= this.line || line > MOST.line)
      throw new UnreadableTable('import.file-broken');
    this.line = line;
    this.hidden = /^(1|true)$/.test(hidden);
    this.cells = [];
    this.column = -1;
  }

  private beginCell(place: string | undefined, type: string): void {
    this.column = place === undefined ? this.column + 1 : columnIn(place);
    this.type = type;
    this.value = '';
    this.formula = false;
  }

  private endCell(): void {
    const { type, value, formula } = this;
    const text = type === 's' ? (this.shared[Number(value)] ?? '') : value;
    if (text === '' && !formula) return;
    if (this.column >= MOST.columns) throw new UnreadableTable('import.too-many-columns');
    if (text.length > MOST.cellLength) throw new UnreadableTable('import.cell-too-long');
    const number = type === 'n' && text !== '' && Number.isFinite(Number(text)) ? Number(text) : null;
    while (this.cells.length < this.column) this.cells.push(EMPTY_CELL);
    this.cells[this.column] = { text: type === 'e' ? '' : text, number, formula };
  }

  private endRow(): void {
    const { line, cells, hidden } = this;
    const isEmpty = cells.every(({ text, formula }) => text.trim() === '' && !formula);
    this.merged.fill(line, cells, EMPTY_CELL);
    if (isEmpty) return;
    if (++this.seen > MOST.rows) throw new UnreadableTable('import.too-many-rows');
    this.rows.push(hidden ? { line, cells, hidden: true } : { line, cells });
  }
}
