/** A number of a report that is written in its own way on every paper. */
export interface Written {
  readonly value: number;
  /** Shares and averages keep one digit, so that 80.0 stands below 83.3. */
  readonly digits: 0 | 1;
  /** A change shows whether it is more or less. */
  readonly signed?: boolean;
}

/** Numbers stay numbers, so that nobody types them again. */
export type CellValue = string | number | Written | null;

export const isNumber = (value: CellValue): value is number | Written => value !== null && typeof value !== 'string';

/** A cell as it is read; what is not known is a dash. */
export function cellText(value: CellValue): string {
  if (value === null) return '—';
  if (typeof value !== 'object') return String(value);
  const text = value.value.toFixed(value.digits);
  return value.signed && value.value > 0 ? `+${text}` : text;
}

/** The same as a format of a spreadsheet. */
export function cellFormat({ digits, signed }: Written): string {
  const plain = digits === 0 ? '0' : '0.0';
  return signed ? `+${plain};-${plain};${plain}` : plain;
}
