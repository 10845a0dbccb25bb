import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { labelSheet } from '../../src/modules/registry/labels/label-sheet';
import { renderPdf } from '../../src/platform/documents/pdf';

/** 通用规范汉字表 (2013): the 8,105 signs of GB 18030-2022 level 2, in the order of the table. Source: field kTGH of Unihan 15. */
const TABLE = readFileSync(join(__dirname, '../support/general-standard-characters.txt'), 'utf8').replace(/\s/g, '');
/** Signs of people and places beyond the table. */
const BEYOND = '𠮷𡈽䨺·—（）《》①№℃Ωμ㎡';

const folder = mkdtempSync(join(tmpdir(), 'hanan-characters-'));

/** What poppler-utils read from a document. A sign that the font lacks is not among it. */
function read(pdf: Buffer): string {
  const file = join(folder, `${pdf.length}.pdf`);
  writeFileSync(file, pdf);
  return execFileSync('pdftotext', [file, '-'], { maxBuffer: 2 ** 26 }).toString();
}

describe('F12 the signs of names and places on paper', () => {
  it.each([false, true])('every sign of the table is printed and read back (bold: %s)', async (bold) => {
    expect([...TABLE]).toHaveLength(8105);
    const rows = [...TABLE, ...BEYOND].join('').match(/.{1,40}/gu) ?? [];
    const text = read(await renderPdf({ content: rows.map((row) => ({ text: row, bold })) }));
    expect([...TABLE, ...BEYOND].filter((sign) => !text.includes(sign))).toEqual([]);
  });

  it('a sheet of labels is read back as it was written', async () => {
    const captions = ['氩弧焊机  许焊0012号', '㛃丽的电焊机  𠮷田-01', `${'逆变'.repeat(15)}  ${'A'.repeat(50)}`];
    const labels = captions.map((caption, i) => ({ code: `AB3CD5EF${i}K`, caption }));
    const text = read(await labelSheet(labels, (code) => `https://hanan.example/c/${code}`)).replace(/\s/g, '');
    for (const [i, caption] of captions.entries()) {
      expect(text).toContain(`AB3CD-5EF${i}K`);
      if (i < 2) expect(text).toContain(caption.replace(/\s/g, ''));
    }
    expect(text.match(/A/g)?.length).toBeGreaterThanOrEqual(50 + 3);
  });
});
