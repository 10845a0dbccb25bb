import { readTyped } from '../../../kernel/typed-text';

/** What people write where no number is legible. */
const FILLERS = new Set([
  '无',
  '没有',
  '暂无',
  '空',
  '不清',
  '不详',
  '不明',
  '未知',
  '看不清',
  '模糊',
  '无编号',
  '无铭牌',
  '无号',
  'na',
  'n/a',
  'none',
  'null',
  'nil',
  'no',
]);

/** The number of a nameplate as it was typed, or null if what was typed only fills the field. */
export function readSerialNumber(typed: string | null | undefined): string | null {
  const number = readTyped(typed ?? '');
  const signs = number.normalize('NFKC').toLowerCase().replace(/\s/g, '');
  const says = signs.replace(/[^\p{L}\p{N}]/gu, '');
  return says === '' || /^(0+|x+)$/.test(says) || FILLERS.has(signs) || FILLERS.has(says) ? null : number;
}
