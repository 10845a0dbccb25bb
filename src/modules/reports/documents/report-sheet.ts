import type { Readable } from 'node:stream';
import {
  sheetOf,
  workbookOf,
  type Column,
  type FormattedNumber,
  type Sheet,
} from '../../../platform/documents/workbook';
import { cellFormat, cellText, type CellValue } from './cells';
import type { ReportPages, ReportTable } from './report-pages';

/** Longest name of a sheet that spreadsheet programs take, and signs that they refuse there. */
const LONGEST = 31;
const REFUSED = /[\\/?*[\]:]/g;

/** One sheet a table; the first says what the report is of. */
export function reportSheet(pages: ReportPages): Promise<Readable> {
  const cover: ReportTable = { title: pages.title, header: [pages.title], rows: pages.lines.map((line) => [line]) };
  return workbookOf([cover, ...pages.tables].map(sheet));
}

function sheet({ title, header, rows, nothing }: ReportTable): Sheet {
  const shown = rows.length === 0 && nothing !== undefined ? [[nothing]] : rows;
  const columns = header.map((name, column): Column<readonly CellValue[]> => {
    const longest = Math.max(name.length, ...shown.map((row) => cellText(row[column] ?? null).length));
    return { header: name, width: Math.min(60, longest * 2 + 2), value: (row) => inSheet(row[column] ?? null) };
  });
  return sheetOf(title.replace(REFUSED, ' ').slice(0, LONGEST), columns, shown);
}

function inSheet(value: CellValue): string | number | FormattedNumber | null {
  if (value === null || typeof value !== 'object') return value;
  return { number: value.value, format: cellFormat(value) };
}
