import { isChipNumber } from './chip-number';

export type ChipLineFault =
  | 'chip.line-malformed'
  | 'chip.number-malformed'
  | 'chip.secret-malformed'
  | 'chip.model-missing'
  | 'chip.batch-missing'
  | 'chip.repeated';

export interface ChipLine {
  /** Counted from 1, with the header, as an editor shows it. */
  readonly line: number;
  readonly chipNo: string;
  /** 64 lower-case hexadecimal digits. */
  readonly secretHex: string;
  readonly model: string;
  readonly batch: string;
}

export interface ChipCsv {
  readonly good: readonly ChipLine[];
  readonly bad: readonly { readonly line: number; readonly code: ChipLineFault }[];
}

const HEADER = 'chipno,secrethex,model,batch';

/** Reads `chipNo,secretHex,model,batch`: good lines come in although others are bad. The header may be missing. */
export function parseChipCsv(text: string): ChipCsv {
  const good: ChipLine[] = [];
  const bad: { line: number; code: ChipLineFault }[] = [];
  const seen = new Set<string>();
  for (const [i, raw] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .entries()) {
    if (raw.trim() === '' || (i === 0 && isHeader(raw))) continue;
    const read = readLine(i + 1, raw, seen);
    if (typeof read === 'string') bad.push({ line: i + 1, code: read });
    else good.push(read);
  }
  return { good, bad };
}

const isHeader = (raw: string): boolean => raw.toLowerCase().replace(/[\s"]/g, '') === HEADER;

function readLine(line: number, raw: string, seen: Set<string>): ChipLine | ChipLineFault {
  const fields = raw.split(',').map((field) => unquoted(field.trim()));
  const [chipNo = '', secret = '', model = '', batch = ''] = fields;
  if (fields.length !== 4) return 'chip.line-malformed';
  if (!isChipNumber(chipNo)) return 'chip.number-malformed';
  if (!/^[0-9a-f]{64}$/i.test(secret)) return 'chip.secret-malformed';
  if (model === '') return 'chip.model-missing';
  if (batch === '') return 'chip.batch-missing';
  if (seen.has(chipNo)) return 'chip.repeated';
  seen.add(chipNo);
  return { line, chipNo, secretHex: secret.toLowerCase(), model, batch };
}

/** Spreadsheets quote what they like; none of the four fields may hold a comma. */
const unquoted = (field: string): string => /^"([^"]*)"$/.exec(field)?.[1] ?? field;
