const MEGABYTE = 1024 * 1024;

/** What a file may cost. An honest table of 200,000 rows stays far below each of them. */
export const TABLE_LIMITS = {
  rows: 250_000,
  /** The last row that a worksheet has. */
  line: 1_048_576,
  columns: 120,
  /** The longest cell, in characters. */
  cellLength: 4_000,
  /** The largest part of a workbook, unpacked. */
  partBytes: 384 * MEGABYTE,
  /** All shared texts together stay in memory while a workbook is read. */
  sharedTextBytes: 96 * MEGABYTE,
  /** Unpacked against packed. Deflate reaches 1,030; rows of a register stay below 60. */
  ratio: 250,
  /** Below this size the ratio says nothing. */
  ratioFromBytes: 8 * MEGABYTE,
  parts: 2_000,
  mergedCells: 20_000,
} as const;
