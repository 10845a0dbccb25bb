import sharp from 'sharp';
import type { Lettering, Weight } from './lettering';

export interface TextStyle {
  readonly size: number;
  readonly weight?: Weight;
  readonly colour?: string;
  /** Where x is: the text's left edge, its middle, or its right edge. */
  readonly from?: 'left' | 'middle' | 'right';
}

/** Drawn for phones: as wide as theirs, as long as it must be. `y` is where the next thing begins. */
export class LongPicture {
  y = 0;
  private readonly parts: string[] = [];

  constructor(
    readonly width: number,
    readonly lettering: Lettering,
  ) {}

  /** A line of text on the baseline y; `most` cuts it. */
  text(text: string, x: number, y: number, style: TextStyle, most?: number): void {
    const { size, weight = 'normal', colour = '#1B2733', from = 'left' } = style;
    const shown = most === undefined ? text : this.lettering.cut(text, most, size, weight);
    const wide = from === 'left' ? 0 : this.lettering.width(shown, size, weight);
    const left = from === 'middle' ? x - wide / 2 : x - wide;
    this.parts.push(`<path fill="${colour}" d="${this.lettering.path(shown, left, y, size, weight)}"/>`);
  }

  box(x: number, y: number, width: number, height: number, fill: string, round = 0): void {
    this.parts.push(`<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${round}" fill="${fill}"/>`);
  }

  async png(): Promise<Buffer> {
    const height = Math.ceil(this.y);
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${this.width}" height="${height}"><rect width="100%" height="100%" fill="#fff"/>${this.parts.join('')}</svg>`;
    // few colours: a tenth of the bytes, and phones load it over weak networks
    return sharp(Buffer.from(svg), { unlimited: true }).png({ palette: true, colours: 128 }).toBuffer();
  }
}
