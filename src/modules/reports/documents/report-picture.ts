import { Lettering } from '../../../platform/documents/drawing/lettering';
import { LongPicture, type TextStyle } from '../../../platform/documents/drawing/long-picture';
import { cellText } from './cells';
import type { PicturePages, ReportPages, ReportTable } from './report-pages';

/** Three pixels for each of a phone's 360 points. */
const WIDTH = 1080;
const EDGE = 44;
const INNER = WIDTH - 2 * EDGE;
const BLUE = '#0F3D66';
const SOFT = '#5B6B7B';
const LINE = '#E2E8EF';
const BAND = '#F3F6FA';
/** More names are read in the paper: a picture that never ends is read by nobody. */
const MOST_ROWS = 30;

const BODY: TextStyle = { size: 34 };
const NUMBER: TextStyle = { size: 34, from: 'right' };
const HEAD: TextStyle = { size: 27, weight: 'bold', colour: SOFT };

/** 长图: the report for a work group, to be read on a phone without opening a file. */
export async function reportPicture(pages: PicturePages): Promise<Buffer> {
  const picture = new LongPicture(WIDTH, await Lettering.open());
  drawTitle(picture, pages);
  for (const table of pages.tables) drawTable(picture, table, pages.more);
  picture.y += EDGE;
  return picture.png();
}

function drawTitle(picture: LongPicture, { title, lines }: ReportPages): void {
  const { lettering } = picture;
  const titles = lettering.lines(title, INNER, 56, 'bold');
  const below = lines.flatMap((line) => lettering.lines(line, INNER, 30));
  picture.box(0, 0, WIDTH, 60 + titles.length * 76 + below.length * 46, BLUE);
  let y = 30;
  for (const line of titles) picture.text(line, WIDTH / 2, (y += 76) - 12, { size: 56, weight: 'bold', colour: '#fff', from: 'middle' }); // prettier-ignore
  for (const line of below)
    picture.text(line, WIDTH / 2, (y += 46) - 4, { size: 30, colour: '#D6E4F2', from: 'middle' });
  picture.y = y + 30;
}

function drawTable(picture: LongPicture, table: ReportTable, more: string): void {
  picture.box(EDGE, picture.y + 44, 10, 40, BLUE, 5);
  picture.text(table.title, EDGE + 26, picture.y + 78, { size: 42, weight: 'bold' }, INNER - 26);
  picture.y += 104;
  if (table.rows.length === 0) {
    picture.text(table.nothing ?? '', EDGE, picture.y + 44, { ...BODY, colour: SOFT });
    picture.y += 64;
    return;
  }
  const rows = table.rows.slice(0, MOST_ROWS);
  if (rows.every((row) => row.slice(1).every((value) => typeof value !== 'string'))) drawNumbers(picture, table, rows);
  else drawNames(picture, table, rows);
  if (table.rows.length > rows.length) {
    picture.text(more.replace('{n}', String(table.rows.length - rows.length)), EDGE, picture.y + 44, {
      ...BODY,
      colour: SOFT,
    });
    picture.y += 64;
  }
}

/** A name and its numbers in columns. */
function drawNumbers(picture: LongPicture, { header }: ReportTable, rows: ReportTable['rows']): void {
  const { lettering } = picture;
  const columns = header.length - 1;
  const first = columns > 5 ? 210 : INNER - columns * 150;
  const column = (INNER - first) / columns;
  const heads = header.slice(1).map((name) => evenLines(lettering, name, column - 14));
  const high = Math.max(...heads.map(({ length }) => length)) * 34 + 20;
  picture.box(EDGE - 12, picture.y, INNER + 24, high, BAND, 8);
  for (const [n, lines] of heads.entries())
    for (const [at, line] of lines.entries()) picture.text(line, EDGE + first + (n + 1) * column, picture.y + 38 + at * 34, { ...HEAD, from: 'right' }); // prettier-ignore
  picture.y += high;
  for (const [name, ...values] of rows) {
    const lines = lettering.lines(cellText(name ?? null), first - 8, BODY.size);
    for (const line of lines) picture.text(line, EDGE, (picture.y += 44), BODY);
    for (const [n, value] of values.entries())
      picture.text(cellText(value), EDGE + first + (n + 1) * column, picture.y, { ...NUMBER, weight: n === 0 && columns <= 5 ? 'bold' : 'normal' }); // prettier-ignore
    picture.box(EDGE, (picture.y += 16), INNER, 2, LINE);
  }
}

/** Lines of about the same length: none holds a single sign. */
function evenLines(lettering: Lettering, name: string, most: number): string[] {
  const { length } = lettering.lines(name, most, HEAD.size, 'bold');
  const even = lettering.width(name, HEAD.size, 'bold') / length + HEAD.size / 2;
  const lines = lettering.lines(name, Math.min(most, even), HEAD.size, 'bold');
  return lines.length > length ? lettering.lines(name, most, HEAD.size, 'bold') : lines;
}

/** What is told by name: the first words strong, the rest in a line below, each behind the head of its column. */
function drawNames(picture: LongPicture, { header }: ReportTable, rows: ReportTable['rows']): void {
  const { lettering } = picture;
  const last = header.length - 1;
  for (const row of rows) {
    const told = (column: number): string => `${header[column] ?? ''} ${cellText(row[column] ?? null)}`;
    const between = header.map((_, column) => column).slice(1, last).filter((column) => row[column] !== ''); // prettier-ignore
    picture.text(cellText(row[0] ?? null), EDGE, picture.y + 46, { ...BODY, weight: 'bold' }, INNER - 260);
    picture.text(told(last), WIDTH - EDGE, picture.y + 46, { ...NUMBER, colour: '#B3261E', weight: 'bold' });
    picture.y += 56;
    for (const line of lettering.lines(between.map(told).join(' · '), INNER, 30)) picture.text(line, EDGE, (picture.y += 40), { size: 30, colour: SOFT }); // prettier-ignore
    picture.box(EDGE, (picture.y += 18), INNER, 2, LINE);
  }
}
