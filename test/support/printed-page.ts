import { inflateSync } from 'node:zlib';

/** Words as they stand on a page: `y` grows upwards, as in the file. */
interface Run {
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly text: string;
  /** Written along the line, not across the page like a watermark. */
  readonly upright: boolean;
}
interface Stroke {
  readonly page: number;
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** What lies between four lines of a form. */
export interface Cell {
  readonly page: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Without spaces and line breaks, which are the printer's. */
  readonly text: string;
  /** A tick is drawn in it: lines that neither lie nor stand. */
  readonly ticked: boolean;
}

type Matrix = readonly [number, number, number, number, number, number];
const SAME: Matrix = [1, 0, 0, 1, 0, 0];
/** Lines that are this near are one line. */
const NEAR = 2;
/** Shorter lines belong to what is drawn inside a box. */
const LONG = 12;

/**
 * A PDF file read as whoever holds the paper reads it: words, lines, and the boxes between them. Written from the PDF
 * specification (ISO 32000, classical cross-references); shares nothing with the library that prints.
 */
export class PrintedPaper {
  private readonly objects: ReadonlyMap<string, string>;
  private readonly runs: Run[] = [];
  private readonly strokes: Stroke[] = [];

  constructor(file: Buffer) {
    this.objects = objectsOf(file.toString('latin1'));
    const pages = [...this.objects.values()].filter((body) => /\/Type \/Page\b(?!s)/.test(body));
    pages.forEach((page, index) => this.readPage(page, index));
  }

  get pages(): number {
    return Math.max(...this.runs.map(({ page }) => page)) + 1;
  }

  /** All that stands along the lines, from top to bottom. */
  get text(): string {
    return inReadingOrder(this.runs.filter(({ upright }) => upright));
  }

  /** What is stamped across the page. */
  get stamp(): string {
    return this.runs.flatMap(({ upright, page, text }) => (upright || page > 0 ? [] : [text])).join('');
  }

  /** The boxes of the form, from top to bottom and from left to right. */
  cells(): Cell[] {
    const found = new Map<string, { box: Omit<Cell, 'text' | 'ticked'>; runs: Run[] }>();
    for (const run of this.runs.filter(({ upright }) => upright)) {
      const box = this.boxAround(run);
      if (!box) continue;
      const key = [box.page, box.left, box.right, box.top, box.bottom].map(Math.round).join(' ');
      const cell = found.get(key) ?? { box, runs: [] };
      cell.runs.push(run);
      found.set(key, cell);
    }
    return [...found.values()]
      .map(({ box, runs }) => ({ ...box, text: inReadingOrder(runs), ticked: false }))
      .sort((a, b) => a.page - b.page || b.top - a.top || a.left - b.left);
  }

  /** The box right of another; empty ones too. */
  rightOf({ page, right, top, bottom }: Cell): Cell | null {
    const box = this.boxAround({ page, x: right + 3, y: (top + bottom) / 2 });
    if (!box) return null;
    const inside = ({ x, y, page: on }: { x: number; y: number; page: number }): boolean =>
      on === page && box.left < x && x < box.right && box.bottom < y && y < box.top;
    return {
      ...box,
      text: inReadingOrder(this.runs.filter((run) => run.upright && inside(run))),
      ticked: this.strokes.some(
        ({ x1, y1, x2, y2, page: on }) =>
          Math.abs(x1 - x2) > 1 && Math.abs(y1 - y2) > 1 && inside({ x: x1, y: y1, page: on }),
      ),
    };
  }

  private boxAround({ page, x, y }: { page: number; x: number; y: number }): Omit<Cell, 'text' | 'ticked'> | null {
    const here = this.strokes.filter((stroke) => stroke.page === page);
    const standing = here.filter(
      ({ x1, x2, y1, y2 }) =>
        Math.abs(x1 - x2) < 0.1 && Math.abs(y1 - y2) > LONG && Math.min(y1, y2) <= y && y <= Math.max(y1, y2),
    );
    const lying = here.filter(
      ({ x1, x2, y1, y2 }) =>
        Math.abs(y1 - y2) < 0.1 && Math.abs(x1 - x2) > LONG && Math.min(x1, x2) <= x && x <= Math.max(x1, x2),
    );
    const left = Math.max(...standing.map(({ x1 }) => x1).filter((at) => at <= x + NEAR));
    const right = Math.min(...standing.map(({ x1 }) => x1).filter((at) => at > x + NEAR));
    const top = Math.min(...lying.map(({ y1 }) => y1).filter((at) => at > y));
    const bottom = Math.max(...lying.map(({ y1 }) => y1).filter((at) => at <= y));
    return [left, right, top, bottom].every(Number.isFinite) ? { page, left, right, top, bottom } : null;
  }

  private readPage(page: string, number: number): void {
    const fonts = this.fontsOf(page);
    const content = this.streamOf(referenceIn(page, 'Contents'));
    const stack: Matrix[] = [];
    let plane = SAME;
    let text = SAME;
    let letters: ReadonlyMap<number, string> = new Map();
    let pen: readonly [number, number] | null = null;
    for (const { operator, operands } of operationsOf(content)) {
      const numbers = operands.map(Number);
      if (operator === 'q') stack.push(plane);
      else if (operator === 'Q') plane = stack.pop() ?? SAME;
      else if (operator === 'cm') plane = times(numbers as unknown as Matrix, plane);
      else if (operator === 'Tm') text = numbers as unknown as Matrix;
      else if (operator === 'Tf') letters = fonts.get(operands[0]!.slice(1)) ?? letters;
      else if (operator === 'TJ' || operator === 'Tj') {
        const words = wordsOf(operands.join(' '), letters);
        const [a, b, , , x, y] = times(text, plane);
        this.runs.push({ page: number, x, y, text: words, upright: Math.abs(b) < Math.abs(a) / 100 });
      } else if (operator === 'm') pen = applied(plane, numbers);
      else if (operator === 'l' && pen) {
        const [x2, y2] = applied(plane, numbers);
        this.strokes.push({ page: number, x1: pen[0], y1: pen[1], x2, y2 });
        pen = [x2, y2];
      }
    }
  }

  /** By the name that a page calls it: which letter stands for which number. */
  private fontsOf(page: string): Map<string, ReadonlyMap<number, string>> {
    const resources = this.objects.get(referenceIn(page, 'Resources')) ?? page;
    const list = /\/Font <<([^>]*)>>/.exec(resources)?.[1] ?? '';
    return new Map(
      [...list.matchAll(/\/(\w+) (\d+) 0 R/g)].map(([, name, id]) => {
        const map = this.streamOf(referenceIn(this.objects.get(id!) ?? '', 'ToUnicode'));
        return [name!, lettersOf(map)];
      }),
    );
  }

  private streamOf(id: string): string {
    const body = this.objects.get(id) ?? '';
    const begins = body.indexOf('stream\n') + 'stream\n'.length;
    const length = Number(/\/Length (\d+)/.exec(body)?.[1]);
    const bytes = Buffer.from(body.slice(begins, begins + length), 'latin1');
    return (body.includes('/FlateDecode') ? inflateSync(bytes) : bytes).toString('latin1');
  }
}

const referenceIn = (body: string, name: string): string => new RegExp(`/${name} (\\d+) 0 R`).exec(body)?.[1] ?? '';

function objectsOf(file: string): Map<string, string> {
  const found = new Map<string, string>();
  const table = file.slice(file.lastIndexOf('\nxref'));
  for (const [, offset] of table.matchAll(/^(\d{10}) \d{5} n/gm)) {
    const head = /^(\d+) 0 obj\s/.exec(file.slice(Number(offset), Number(offset) + 20));
    const begins = Number(offset) + (head?.[0].length ?? 0);
    const length = /^<<(?:(?!endobj)[^])*?\/Length (\d+)(?:(?!endobj)[^])*?>>\s*stream\n/.exec(
      file.slice(begins, begins + 2_000),
    );
    const ends = file.indexOf('endobj', begins + (length ? length[0].length + Number(length[1]) : 0));
    if (head) found.set(head[1]!, file.slice(begins, ends));
  }
  return found;
}

/** `1 beginbfrange <0000> <00ff> [<4f5c> …]`: letters from a number on. */
function lettersOf(map: string): Map<number, string> {
  const letters = new Map<number, string>();
  for (const [, from, , list] of map.matchAll(/<(\w+)> <(\w+)> \[([^\]]*)\]/g))
    [...list!.matchAll(/<(\w+)>/g)].forEach(([, hex], i) => letters.set(parseInt(from!, 16) + i, letterOf(hex!)));
  return letters;
}

const letterOf = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le').replaceAll('\u0000', '');

const wordsOf = (operand: string, letters: ReadonlyMap<number, string>): string =>
  [...operand.matchAll(/<([0-9a-f]*)>/gi)]
    .flatMap(([, hex]) => hex!.match(/.{4}/g) ?? [])
    .map((number) => letters.get(parseInt(number, 16)) ?? '�')
    .join('');

function* operationsOf(content: string): Iterable<{ operator: string; operands: string[] }> {
  let operands: string[] = [];
  for (const [token] of content.matchAll(/\[[^\]]*\]|<[^>]*>|\/[^\s[\]<>()/]+|[^\s[\]<>()/]+/g)) {
    if (/^[a-z'"*]+\d?\*?$/i.test(token)) {
      yield { operator: token, operands };
      operands = [];
    } else operands.push(token);
  }
}

const times = ([a, b, c, d, e, f]: Matrix, [A, B, C, D, E, F]: Matrix): Matrix => [
  a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F,
]; // prettier-ignore
const applied = ([a, b, c, d, e, f]: Matrix, [x = 0, y = 0]: readonly number[]): [number, number] => [
  a * x + c * y + e,
  b * x + d * y + f,
];

const inReadingOrder = (runs: readonly Run[]): string =>
  [...runs]
    .sort((a, b) => a.page - b.page || (Math.abs(a.y - b.y) > NEAR ? b.y - a.y : a.x - b.x))
    .map(({ text }) => text)
    .join('')
    .replace(/\s+/g, '');
