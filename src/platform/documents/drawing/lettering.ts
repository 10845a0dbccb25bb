import type { Font } from 'fontkit';
import { documentFontFile } from '../pdf';

export type Weight = 'normal' | 'bold';

const ELLIPSIS = '…';

/** Text as outlines of the platform's own font: the same picture on every machine, whatever fonts are installed there. */
export class Lettering {
  private constructor(private readonly fonts: Readonly<Record<Weight, Font>>) {}

  static async open(): Promise<Lettering> {
    const { openSync } = await import('fontkit'); // heavy: loaded with the first picture
    return new Lettering({ normal: openSync(documentFontFile('normal')), bold: openSync(documentFontFile('bold')) });
  }

  width(text: string, size: number, weight: Weight = 'normal'): number {
    const font = this.fonts[weight];
    const units = glyphs(font, text).reduce((sum, { advanceWidth }) => sum + advanceWidth, 0);
    return (units * size) / font.unitsPerEm;
  }

  /** The path of a line of text whose baseline begins at x, y. */
  path(text: string, x: number, y: number, size: number, weight: Weight = 'normal'): string {
    const font = this.fonts[weight];
    const scale = size / font.unitsPerEm;
    let at = x;
    return glyphs(font, text)
      .map(({ path, advanceWidth }) => {
        const drawn = path.scale(scale, -scale).translate(at, y).toSVG();
        at += advanceWidth * scale;
        return drawn;
      })
      .join('');
  }

  /** As much of a text as fits. */
  cut(text: string, most: number, size: number, weight: Weight = 'normal'): string {
    if (this.width(text, size, weight) <= most) return text;
    const signs = [...text];
    while (signs.length > 0 && this.width(signs.join('') + ELLIPSIS, size, weight) > most) signs.pop();
    return signs.join('') + ELLIPSIS;
  }

  /** Lines of a text, broken between Han signs and at spaces; a word that is too long is broken, too. */
  lines(text: string, most: number, size: number, weight: Weight = 'normal'): string[] {
    const lines: string[] = [];
    let line = '';
    for (const piece of text.match(/[\p{Script=Han}]|[^\s\p{Script=Han}]+\s*|\s+/gu) ?? []) {
      if (line !== '' && this.width(line + piece.trimEnd(), size, weight) > most) {
        lines.push(line.trimEnd());
        line = '';
      }
      line += piece;
    }
    return line.trim() === '' ? lines : [...lines, line.trimEnd()];
  }
}

/** Control signs have no shape: a space stands for them. */
const glyphs = (font: Font, text: string) =>
  [...text.replace(/\p{Cc}/gu, ' ')].map((sign) => font.glyphForCodePoint(sign.codePointAt(0)!));
