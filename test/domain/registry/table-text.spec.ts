import { oddLines, parseChipCsv } from '../../../src/domain/registry/numbers/chip-csv';
import { readTableText } from '../../../src/domain/registry/numbers/table-text';

const SECRET = '0123456789abcdef'.repeat(4);
const TABLE = `chipNo,secretHex,model,batch\r\n863000000000017,${SECRET},型号甲,B1\r\n`;
/** 型号甲 in GBK. */
const GBK_MODEL = [0xd0, 0xcd, 0xba, 0xc5, 0xbc, 0xd7];

const utf16 = (text: string, big: boolean): Buffer => {
  const bytes = Buffer.from(text, 'utf16le');
  return big ? bytes.swap16() : bytes;
};
const gbk = (): Buffer => {
  const [before, after] = TABLE.split('型号甲');
  return Buffer.concat([Buffer.from(before!), Buffer.from(GBK_MODEL), Buffer.from(after!)]);
};

describe('F3 a table is read as it was saved', () => {
  it.each<[string, Buffer]>([
    ['UTF-8', Buffer.from(TABLE)],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${TABLE}`)],
    ['GBK, as a Chinese spreadsheet saves it', gbk()],
    ['UTF-16 with its mark', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16(TABLE, false)])],
    ['UTF-16 of the other order', Buffer.concat([Buffer.from([0xfe, 0xff]), utf16(TABLE, true)])],
    ['UTF-16 without a mark', utf16(TABLE, false)],
    ['"Unicode text" with tabs', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16(TABLE.replace(/,/g, '\t'), false)])],
    ['semicolons', Buffer.from(TABLE.replace(/,/g, ';'))],
  ])('%s', (_, bytes) => {
    const text = readTableText(bytes);
    expect(text.ok && parseChipCsv(text.value)).toEqual({
      good: [{ line: 2, chipNo: '863000000000017', secretHex: SECRET, model: '型号甲', batch: 'B1' }],
      bad: [],
    });
  });

  it.each<[string, Buffer]>([
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 1, 2])],
    ['a workbook', Buffer.from('504b0304140006000800000021', 'hex')],
    ['UTF-8 that says so and is cut', Buffer.concat([Buffer.from(`\ufeff`), Buffer.from([0xe5, 0x9e])])],
    ['a byte that no encoding has', Buffer.from([0x41, 0x2c, 0xff, 0xff, 0x0a])],
  ])('refuses %s', (_, bytes) => expect(readTableText(bytes)).toEqual({ ok: false, refusal: 'file.encoding-unknown' }));
});

describe('F3 cells as spreadsheets save them', () => {
  const read = (row: string) => parseChipCsv(row);
  it.each([
    ["'863000000000017", 'an apostrophe that keeps the number a text'],
    ['="863000000000017"', 'a formula that keeps the number a text'],
    ['"863000000000017"', 'quotes'],
    ['863000000000017'.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)), 'full width'],
  ])('%s: %s', (chipNo) => expect(read(`${chipNo},${SECRET},M,B`).good[0]?.chipNo).toBe('863000000000017'));

  it('empty columns at the end and empty rows are no data', () =>
    expect(read(`863000000000017,${SECRET},M,B,,,\r\n,,,\r\n ,"",,\r\n`)).toMatchObject({
      good: [{ line: 1 }],
      bad: [],
    }));

  it('F14 a secret of zeros is refused, a rounded number only warned of', () => {
    expect(read(`863000000000017,${'0'.repeat(64)},M,B`).bad).toEqual([{ line: 1, code: 'chip.secret-weak' }]);
    const { good } = read(`863012345670000,${SECRET},M,B`);
    expect(good).toMatchObject([{ chipNo: '863012345670000' }]);
    expect(oddLines(good)).toEqual([{ line: 1, code: 'chip.number-rounded' }]);
    expect(oddLines(read(`863012345670017,${SECRET},M,B`).good)).toEqual([]);
  });
});
