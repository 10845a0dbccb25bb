/** 复姓 that are still met with; of any other name the first sign is the family name. */
const COMPOUND = [
  '欧阳',
  '上官',
  '司马',
  '诸葛',
  '东方',
  '皇甫',
  '尉迟',
  '公孙',
  '令狐',
  '慕容',
  '夏侯',
  '司徒',
  '端木',
  '长孙',
];

/** `张三丰` → `张**`: enough for those who know each other, too little for strangers. */
export function familyNameOnly(name: string): string {
  const signs = [...name.trim()];
  const kept = signs.length > 2 && COMPOUND.includes(signs.slice(0, 2).join('')) ? 2 : 1;
  return signs.map((sign, i) => (i < kept ? sign : '*')).join('');
}
