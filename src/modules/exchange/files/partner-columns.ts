import { fromCell } from '../../../domain/exchange/cells';
import type { Mapping } from '../../../domain/exchange/mapping';
import { HEADING_ROWS } from '../../../domain/imports/find-headings';
import { cellText } from '../../../domain/imports/cell-text';
import { ok, refused, type Result } from '../../../kernel/result';
import type { TableRow } from '../../../kernel/table-cell';
import type { OpenTable } from '../../../platform/documents/tables/open-table';

/** A row of a file as the other side would have sent it. */
export interface ListedRow {
  readonly line: number;
  /** A formula is never evaluated. */
  readonly fault: 'import.formula-unread' | null;
  readonly record: Readonly<Record<string, unknown>>;
}

/** Rows of a page are few; a longer file comes in parts, or by the contract. */
export const MOST_ROWS = 2_000;

/** The rows below the first row that names columns of the mapping; the first sheet in sight. */
export async function readFileRows(
  mapping: Mapping,
  table: OpenTable,
): Promise<Result<ListedRow[], 'exchange.headings-missing' | 'exchange.file-too-long'>> {
  const sheet = table.sheets.find(({ hidden }) => !hidden);
  const rows: ListedRow[] = [];
  let places: ReadonlyMap<string, number> | null = null;
  let looked = 0;
  for await (const row of sheet?.rows() ?? []) {
    if (places === null) {
      places = placesIn(mapping, row);
      if (places === null && (looked += 1) === HEADING_ROWS) break;
      continue;
    }
    if (rows.length === MOST_ROWS) return refused('exchange.file-too-long');
    rows.push(fileRow(mapping, places, row));
  }
  return places === null ? refused('exchange.headings-missing') : ok(rows);
}

function placesIn({ fields }: Mapping, { cells }: TableRow): ReadonlyMap<string, number> | null {
  const texts = cells.map((cell) => cellText(cell).trim());
  const found = fields.map(({ name }) => [name, texts.indexOf(name)] as const).filter(([, place]) => place >= 0);
  return found.length * 2 >= fields.length ? new Map(found) : null;
}

function fileRow({ fields }: Mapping, places: ReadonlyMap<string, number>, { line, cells }: TableRow): ListedRow {
  const record: Record<string, unknown> = {};
  let fault: ListedRow['fault'] = null;
  for (const { name, format } of fields) {
    const cell = cells[places.get(name) ?? -1];
    const text = cell === undefined ? '' : cellText(cell).trim();
    if (text === '' ? cell?.formula : text.startsWith('=')) fault = 'import.formula-unread';
    else if (text !== '') record[name] = fromCell(format, text);
  }
  return { line, fault, record };
}
