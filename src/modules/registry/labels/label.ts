/** One sticker: a code, and what the machine is called. */
export interface Label {
  readonly code: string;
  readonly caption: string;
}

/** Sizes that are tried, with the lines they may take, so that every sticker keeps its height. Points. */
const SIZES = [
  { size: 7, lines: 1 },
  { size: 6, lines: 2 },
  { size: 5, lines: 3 },
] as const;

/** Width in parts of the size of the letters. Latin letters are taken as wide as their widest common ones. */
const widthOf = (sign: string): number => (/[ -\u024f]/.test(sign) ? 0.62 : 1);

/** The size at which a line is not wider than its label, at most the one wished for. */
export const fittingSize = (line: string, wished: number, width: number): number =>
  Math.min(wished, Math.floor(width / [...line].reduce((sum, sign) => sum + widthOf(sign), 0)));

/** What is printed below the code on a sheet: the largest size that holds the whole of it, else its beginning with an ellipsis. */
export function fitCaption(caption: string, widthPt: number): { readonly size: number; readonly lines: string[] } {
  const fitting = SIZES.map(({ size, lines }) => ({ size, most: lines, lines: broken(caption, widthPt / size) }));
  const { size, most, lines } = fitting.find((fit) => fit.lines.length <= fit.most) ?? fitting[fitting.length - 1]!;
  if (lines.length <= most) return { size, lines };
  const kept = lines.slice(0, most);
  return { size, lines: [...kept.slice(0, -1), `${[...kept[most - 1]!].slice(0, -1).join('')}…`] };
}

/** Broken between any two signs: serial numbers have no blanks to break at. */
function broken(text: string, width: number): string[] {
  const lines: string[] = [];
  let [line, used] = ['', 0];
  for (const sign of text) {
    if (used + widthOf(sign) > width) {
      lines.push(line.trim());
      [line, used] = ['', 0];
    }
    line += sign;
    used += widthOf(sign);
  }
  return line.trim() === '' ? lines : [...lines, line.trim()];
}
