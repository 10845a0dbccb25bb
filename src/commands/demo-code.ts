import { create } from 'qrcode';

/** Scanners ask for four modules of white around a code; two are enough on a screen. */
const MARGIN = 2;
const BLACK_ON_WHITE = '\x1b[30;107m';
const PLAIN = '\x1b[0m';
const BLOCKS = [' ', '▄', '▀', '█'] as const;

/** A QR code for a terminal: two rows of modules in one line, in colours of its own, so that dark and light terminals show the same. */
export function drawCode(text: string): string {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const { size } = modules;
  const dark = (row: number, column: number): boolean =>
    row >= 0 && column >= 0 && row < size && column < size && modules.get(row, column) === 1;
  const lines: string[] = [];
  for (let row = -MARGIN; row < size + MARGIN; row += 2) {
    let line = '';
    for (let column = -MARGIN; column < size + MARGIN; column += 1)
      line += BLOCKS[(dark(row, column) ? 2 : 0) + (dark(row + 1, column) ? 1 : 0)];
    lines.push(`  ${BLACK_ON_WHITE}${line}${PLAIN}`);
  }
  return lines.join('\n');
}
