export type TableFault =
  | 'import.not-a-table'
  | 'import.old-workbook'
  | 'import.encoding-unknown'
  | 'import.file-broken'
  | 'import.unpacks-too-large'
  | 'import.too-many-rows'
  | 'import.too-many-columns'
  | 'import.too-many-merged'
  | 'import.cell-too-long';

/** A file that cannot be read as a table. Thrown, because readers find it in the middle of a stream. */
export class UnreadableTable extends Error {
  constructor(readonly code: TableFault) {
    super(code);
  }
}
