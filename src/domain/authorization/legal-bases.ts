import { words } from './finding-text';

/** The texts that findings stand on. */
export const SPECIAL_WORK = words(
  '《安全生产法》第三十条；《特种作业人员安全技术培训考核管理规定》第五条',
  'Work Safety Law, art. 30; Order 30 on special-operation workers, art. 5',
);
export const HOT_WORK = words('《消防法》第二十一条', 'Fire Protection Law, art. 21');
export const ON_SITE_WATCH = words(
  '《安全生产法》第四十三条；《消防法》第二十一条',
  'Work Safety Law, art. 43; Fire Protection Law, art. 21',
);
export const PUBLIC_PLACES = words(
  '国家消防救援局等四部门2025年4月17日通告（严禁在使用或营业期间违规动火作业）；《机关、团体、企业、事业单位消防安全管理规定》（公安部令第61号）第二十条',
  'Notice of four ministries of 2025-04-17 (no hot work while in use or open); Order 61 of the Ministry of Public Security, art. 20',
);
export const CERTIFICATE_NOTICE = words(
  '国家消防救援局等四部门2025年4月17日通告（持焊接与热切割作业或建筑焊工证上岗）',
  'Notice of four ministries of 2025-04-17 (welders hold a welding or construction welder’s certificate)',
);
export const TRAINING = words('《安全生产法》第二十八条', 'Work Safety Law, art. 28');
export const EQUIPMENT = words('《安全生产法》第三十六条', 'Work Safety Law, art. 36');
export const STOPPING = words('《安全生产法》第六十五条', 'Work Safety Law, art. 65');
export const CHEMICAL = words('GB 30871-2022《危险化学品企业特殊作业安全规范》', 'GB 30871-2022');
export const WIND = words('GB 30871-2022；GB 50720-2011 第6.3.1条', 'GB 30871-2022; GB 50720-2011, 6.3.1');
