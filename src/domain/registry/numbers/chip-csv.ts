import { readIdentifier, readTyped } from '../../../kernel/typed-text';
import { isChipNumber, looksRounded } from './chip-number';
import { readTableRows } from './table-text';

type ChipLineFault =
  | 'chip.line-malformed'
  | 'chip.number-malformed'
  | 'chip.secret-malformed'
  | 'chip.secret-weak'
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
  for (const { line, cells } of readTableRows(text)) {
    if (line === 1 && cells.join(',').toLowerCase().replace(/\s/g, '') === HEADER) continue;
    const read = readLine(line, cells, seen);
    if (typeof read === 'string') bad.push({ line, code: read });
    else good.push(read);
  }
  return { good, bad };
}

/** Lines that are imported, but with a warning about their chip. */
export const oddLines = (good: readonly ChipLine[]): { line: number; code: 'chip.number-rounded' }[] =>
  good.filter(({ chipNo }) => looksRounded(chipNo)).map(({ line }) => ({ line, code: 'chip.number-rounded' }));

function readLine(line: number, cells: readonly string[], seen: Set<string>): ChipLine | ChipLineFault {
  if (cells.length < 4 || cells.slice(4).some((cell) => cell !== '')) return 'chip.line-malformed';
  const [typed = '', secret = '', model = '', batch = ''] = cells;
  const chipNo = readIdentifier(typed);
  if (!isChipNumber(chipNo)) return 'chip.number-malformed';
  if (!/^[0-9a-f]{64}$/i.test(secret)) return 'chip.secret-malformed';
  if (/^0{64}$/.test(secret)) return 'chip.secret-weak';
  if (model === '') return 'chip.model-missing';
  if (batch === '') return 'chip.batch-missing';
  if (seen.has(chipNo)) return 'chip.repeated';
  seen.add(chipNo);
  return { line, chipNo, secretHex: secret.toLowerCase(), model: readTyped(model), batch: readTyped(batch) };
}
