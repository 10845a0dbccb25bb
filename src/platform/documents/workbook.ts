import type { Readable } from 'node:stream';
import type { CellObject, Row as SheetRow } from 'write-excel-file/node';

/** A number that a spreadsheet shows in a format of its own, as in `0.0`. */
export interface FormattedNumber {
  readonly number: number;
  readonly format: string;
}

type CellValue = string | number | FormattedNumber | Date | null;

export interface Column<T> {
  readonly header: string;
  /** In characters. */
  readonly width: number;
  readonly value: (row: T) => CellValue;
}

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const HEADER = { fontWeight: 'bold', backgroundColor: '#EEF2F7', align: 'left' } as const;

/** A text that a spreadsheet program would run when the sheet is saved as CSV and opened again. */
const FORMULA = /^[=+\-@\t\r]/;

/** Formula injection (OWASP): such a text is shown with an apostrophe before it instead of being run. */
export const harmless = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

/** Signs that XML 1.0 does not admit; a workbook with one of them would not open. */
const NOT_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** A sheet whose rows are ready to be written. */
export interface Sheet {
  readonly sheet: string;
  readonly data: SheetRow[];
  readonly stickyRowsCount: number;
  readonly columns: { readonly width: number }[];
}

/** A sheet with a fixed header row. */
export function sheetOf<T>(sheet: string, columns: readonly Column<T>[], rows: readonly T[]): Sheet {
  const header: SheetRow = columns.map((column) => ({ ...HEADER, type: String, value: column.header }));
  const body = rows.map((row): SheetRow => columns.map((column) => cell(column.value(row))));
  return { sheet, data: [header, ...body], stickyRowsCount: 1, columns: columns.map(({ width }) => ({ width })) };
}

/** A workbook as a stream to be sent. */
export async function workbookOf(sheets: readonly Sheet[]): Promise<Readable> {
  const { default: writeWorkbook } = await import('write-excel-file/node'); // heavy: loaded with the first workbook
  const book = writeWorkbook(sheets as Sheet[]);
  return (book.toStream as () => Promise<Readable>)();
}

/** One sheet with a fixed header row, as a stream to be sent. */
export const workbook = <T>(sheet: string, columns: readonly Column<T>[], rows: readonly T[]): Promise<Readable> =>
  workbookOf([sheetOf(sheet, columns, rows)]);

function cell(value: CellValue): CellObject | null {
  if (value === null || value === '') return null;
  if (typeof value === 'string') return { type: String, value: harmless(value.replace(NOT_XML, '')) };
  if (value instanceof Date) return { type: Date, value, format: 'yyyy-mm-dd hh:mm' };
  if (typeof value === 'object') return { type: Number, value: value.number, format: value.format };
  return { type: Number, value };
}
