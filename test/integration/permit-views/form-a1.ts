import type { ChemicalLevel } from './special-permit';

/** One field of form A.1 of GB 30871-2022, and what the sample permit has there at a level. */
export type Field = readonly [name: string, expected: (level: ChemicalLevel) => string];

const always = (text: string) => (): string => text;
const LEVELS = { special: '特级动火', first: '一级动火', second: '二级动火' } as const;

/** From the unit that asks to the acceptance, in the order of the standard. What one signature covers bears both names. */
export const FIELDS: readonly Field[] = [
  ['作业申请单位', always('建安一厂')],
  ['作业申请时间', always('2026-12-0205:00')],
  ['作业内容', always('带压不置换焊接补强板，共2处')],
  ['动火地点及动火部位', always('一号罐区V-102丙烯球罐出口管线法兰处')],
  ['动火作业级别', (level) => LEVELS[level]],
  ['动火方式', always('焊条电弧焊')],
  ['动火人及证书编号', always('张三丰')],
  ['作业单位', always('建安二厂')],
  ['作业负责人', always('吴班长')],
  ['关联的其他特殊作业及安全作业票编号', always('高处作业：GC-2026-1107；受限空间作业：SX-2026-0088')],
  ['风险辨识结果', always('JHA-2026-1202：物料泄漏着火')],
  ['动火作业实施时间', always('自2026-12-0206:50起至2026-12-0214:00止')],
  ['安全交底人', always('吴班长2026-12-0206:10')],
  ['监护人', always('孙监护')],
  ['接受交底人', always('孙监护2026-12-0206:15；李四2026-12-0206:15')],
  ['作业负责人意见', always('吴班长')],
  ['所在单位意见', always('赵经理')],
  ['安全管理部门意见', (level) => (level === 'second' ? '—' : '钱安全')],
  ['动火审批人意见', (level) => ({ special: '欧阳总工', first: '钱安全', second: '赵经理' })[level]],
  ['动火前，岗位当班班长验票情况', always('欧阳总工')],
  ['完工验收', always('孙监护')],
];

/** What special level has beside (5.2.11, 5.4.2). */
export const SPECIAL_FIELDS: readonly (readonly [name: string, expected: string])[] = [
  ['作业方案编号', 'FA-2026-031'],
  ['作业过程影像', '全过程记录：防爆执法记录仪2台；保存：安全管理部门，保存至2027-01-02以后'],
];

/** 气体取样分析: the columns of ours that hold the rows of the form. */
export const GAS: readonly (readonly [column: string, expected: string])[] = [
  ['取样时间', '2026-12-0206:45'],
  ['代表性气体', '丙烯'],
  ['分析结果', '0.05%vol'],
  ['分析人', '钱安全'],
];

/** One printed line of safety measures on the form, and words of each of ours that stand for it. */
export interface FormLine {
  readonly number: number;
  readonly about: string;
  readonly ours: readonly string[];
  /** Printed where the place or the level asks for it. */
  readonly only?: 'special';
}

/** The sixteen lines of form A.1, in our own words. */
export const LINES: readonly FormLine[] = [
  { number: 1, about: '设备内部清洗、置换', ours: ['动火设备内部构件已清洗干净'] },
  { number: 2, about: '管线断开、加盲板', ours: ['断开或加盲板隔离，未以水封或仅关闭阀门代替'] },
  { number: 3, about: '孔洞、地沟、污水井隔离', ours: ['孔洞、窨井、地沟、水封设施、污水井已清除易燃物并封盖'] },
  { number: 4, about: '罐区不脱水、不取样', ours: ['未同时进行脱水、取样作业'] },
  { number: 5, about: '高处防火花飞溅', ours: ['下方设接火斗或挡火毯'] },
  { number: 6, about: '可燃内衬隔绝', ours: ['可燃物做防腐内衬的设备内部动火：已采取防火隔绝措施'] },
  { number: 7, about: '气瓶直立、间距', ours: ['相距5米以上，两瓶离动火点10米以上，直立、防晒、防倾倒'] },
  { number: 8, about: '灭火器材', ours: ['灭火器、灭火毯、消防蒸汽带或消防水带'] },
  { number: 9, about: '电焊机位置、接地', ours: ['电焊机所处位置已考虑防火防爆要求'] },
  { number: 10, about: '周围无装卸、排放、喷漆', ours: ['周围无易燃易爆化学品装卸'] },
  { number: 11, about: '30 米、15 米、10 米内的排放、清洗、粉尘', ours: ['30米内不排放可燃气体，15米内不排放可燃液体', '无可燃溶剂清洗、喷漆作业，10米内无可燃性粉尘清扫'] },
  { number: 12, about: '危害分析、交叉作业协调人', ours: ['已开展作业危害分析', '交叉作业已明确协调人'] },
  { number: 13, about: '移动式可燃气体检测仪', ours: ['移动式可燃气体检测仪已在现场并校验有效'] },
  { number: 13, about: '连续检测', ours: ['用于连续检测的移动式可燃气体检测仪已配备到位'], only: 'special' },
  { number: 14, about: '防爆摄录设备', ours: ['摄录设备已到位，防爆级别满足安全要求'], only: 'special' },
  { number: 15, about: '其他票证、警戒区', ours: ['已办理相应安全作业票，作业现场四周已设立警戒区'] },
  { number: 16, about: '其他安全措施、编制人', ours: ['其他安全措施', '编制人：周经理'] },
]; // prettier-ignore
