import { workbookOf } from '../../test/support/zip';

/** One row in so many is bad. */
export const BAD_ONE_IN = 100;
const HEAD = ['型号', '出厂编号', '焊接工艺', '额定电流（A）', '行政区划代码', '下次检验日期'];

function* rowsOf(rows: number): Generator<readonly string[]> {
  yield HEAD;
  for (let n = 0; n < rows; n++) {
    const serial = n % BAD_ONE_IN === BAD_ONE_IN - 1 ? '4.11003E+17' : `B${String(n).padStart(8, '0')}`;
    yield ['ZX7-400', serial, '手工电弧焊', '400', '411003', `2027/6/${1 + (n % 28)}`];
  }
}

export const csvList = (rows: number): Buffer =>
  Buffer.from([...rowsOf(rows)].map((cells) => `${cells.join(',')}\r\n`).join(''));

/** The same list as a spreadsheet program keeps it. */
export function xlsxList(rows: number): Buffer {
  const xml: string[] = [];
  let line = 0;
  for (const cells of rowsOf(rows)) {
    line += 1;
    const written = cells.map((text, i) => `<c r="${'ABCDEF'[i]}${line}" t="inlineStr"><is><t>${text}</t></is></c>`);
    xml.push(`<row r="${line}">${written.join('')}</row>`);
  }
  return workbookOf([{ name: '设备', rows: xml.join('') }]);
}
