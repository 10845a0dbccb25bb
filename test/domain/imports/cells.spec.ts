import { cellDate } from '../../../src/domain/imports/cell-date';
import { isSpoilt, looksSpoilt, wholeNumber } from '../../../src/domain/imports/cell-text';
import { cellWord, cellWords, cellYes } from '../../../src/domain/imports/cell-word';
import { OPERATION_MEANINGS, PROCESS_MEANINGS } from '../../../src/domain/imports/meanings';
import { textCell, type TableCell } from '../../../src/kernel/table-cell';

const stored = (number: number): TableCell => ({ text: String(number), number, formula: false });
const said = (read: { ok: boolean }): unknown =>
  'value' in read ? read.value : 'refusal' in read ? read.refusal : null;

describe('a date, however a spreadsheet holds it', () => {
  it.each([
    [textCell('2026-01-05'), '2026-01-05'],
    [textCell('2026/1/5'), '2026-01-05'],
    [textCell('2026.01.05'), '2026-01-05'],
    [textCell('2026年1月5日'), '2026-01-05'],
    [textCell('２０２６年１月５日'), '2026-01-05'],
    [textCell('2026-01-05T00:00:00'), '2026-01-05'],
    [textCell('2026/1/5 8:30'), '2026-01-05'],
    [textCell('20260105'), '2026-01-05'],
    [stored(20260105), '2026-01-05'],
    [stored(46027), '2026-01-05'],
    [stored(46027.75), '2026-01-05'],
    [textCell('46027'), '2026-01-05'],
    [stored(61), 'import.date-unreadable'],
    [textCell('2026-02-30'), 'import.date-unreadable'],
    [textCell('25/1/2026'), '2026-01-25'],
    [textCell('5/5/2026'), '2026-05-05'],
    [textCell('5/1/2026'), 'import.date-ambiguous'],
    [textCell('明年'), 'import.date-unreadable'],
  ])('%j is %s', (cell, expected) => expect(said(cellDate(cell, false))).toBe(expected));

  it('counts from 1904 where the workbook does', () => {
    expect(said(cellDate(stored(46027 - 1462), true))).toBe('2026-01-05');
  });
});

describe('a long number that was taken for a quantity', () => {
  it.each([
    [textCell('4.11003E+17'), true],
    [textCell('4E+17'), true],
    [textCell('4.11003e17'), true],
    [stored(411003199001011000), true],
    [stored(1e15), true],
    [stored(999_999_999_999_999), false],
    [textCell('411003199001011234'), false],
    [textCell('5E10'), false],
    [textCell('ZX7-400'), false],
  ])('%j: %s', (cell, expected) => expect(isSpoilt(cell)).toBe(expected));

  it.each([
    ['411003199001011000', true],
    ['T411003199001011000', true],
    ['411003199001011200', false],
    ['411003199001011', false],
  ])('zeros from the 16th digit on: %s: %s', (text, expected) => expect(looksSpoilt(text)).toBe(expected));
});

describe('a whole number within bounds', () => {
  it.each([
    ['400', 400],
    ['４００', 400],
    ['400A', 400],
    ['1,200 安', 1200],
    ['400.0', 400],
    ['5000', 5000],
    ['5001', 'import.number-out-of-range'],
    ['0', 'import.number-out-of-range'],
    ['1', 1],
    ['四百', 'import.number-unreadable'],
    ['4.5', 'import.number-unreadable'],
  ])('%s is %s', (text, expected) => expect(said(wholeNumber(textCell(text), 1, 5_000))).toBe(expected));
});

describe('words', () => {
  it.each([
    ['焊条电弧焊', 'MMA'],
    ['手工电弧焊', 'MMA'],
    ['mma', 'MMA'],
    ['TIG', 'GTAW'],
    ['CO₂焊', 'GMAW'],
    [' 氩 弧 焊 ', 'GTAW'],
    ['气焊（气割）', 'GAS'],
    ['气焊、气割', 'GAS'],
    ['跳焊', 'import.word-unknown'],
  ])('a process: %s is %s', (text, expected) =>
    expect(said(cellWord(textCell(text), PROCESS_MEANINGS))).toBe(expected),
  );

  it.each([
    ['熔化焊接与热切割', ['fusion']],
    ['焊接与热切割作业、压力焊', ['fusion', 'pressure']],
    ['钎焊/熔化焊', ['brazing', 'fusion']],
    ['钎焊、绘画', 'import.word-unknown'],
  ])('operations: %s are %j', (text, expected) =>
    expect(said(cellWords(textCell(text), OPERATION_MEANINGS))).toEqual(expected),
  );

  it.each([
    ['是', true],
    ['√', true],
    ['１', true],
    ['否', false],
    ['FALSE', false],
    ['也许', 'import.word-unknown'],
  ])('yes or no: %s is %s', (text, expected) => expect(said(cellYes(textCell(text)))).toBe(expected));
});
