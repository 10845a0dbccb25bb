import type { SeedRule } from './seed-rule';

interface LegalBasis {
  /** What the text asks for, in short words. */
  readonly zh: string;
  readonly en: string;
  readonly law: string;
  /** The range the text names. The platform records a case; it decides no fine. */
  readonly penaltyZh: string;
  readonly penaltyEn: string;
  readonly certainty: 'A' | 'B' | 'default';
}

const ALERT_ZH = '预警，不作为处罚依据；经核实构成无证、无票等违法行为的，按相应条款处理。';
const ALERT_EN =
  'An alert, no ground for a penalty; where it is confirmed as welding without certificate, permit or the like, that provision applies.';

const alert = (zh: string, en: string): LegalBasis => ({
  zh,
  en,
  law: '当地“一芯一码一平台”管理要求',
  penaltyZh: ALERT_ZH,
  penaltyEn: ALERT_EN,
  certainty: 'default',
});

const CERTIFIED: LegalBasis = {
  zh: '焊接与热切割属于特种作业，作业人员必须经专门培训并取得相应资格，方可上岗。',
  en: 'Welding and thermal cutting are special operations: those who do them must be trained and hold the certificate first.',
  law: '安全生产法 第三十条、第九十七条第七项；消防法 第二十一条',
  penaltyZh:
    '对单位责令限期改正，处十万元以下罚款；逾期未改正的责令停产停业整顿，并处十万元以上二十万元以下罚款，对直接负责的主管人员和其他直接责任人员处二万元以上五万元以下罚款。',
  penaltyEn:
    'The enterprise is ordered to put it right and fined up to CNY 100,000; if it does not, business is suspended and the fine is CNY 100,000–200,000, and CNY 20,000–50,000 for the persons responsible.',
  certainty: 'A',
};

const ON_SITE_MANAGER = {
  law: '安全生产法 第四十三条、第一百零一条第三项',
  penaltyZh:
    '责令限期改正，处十万元以下罚款；逾期未改正的责令停产停业整顿，并处十万元以上二十万元以下罚款，对直接负责的主管人员和其他直接责任人员处二万元以上五万元以下罚款。',
  penaltyEn:
    'Ordered to put it right and fined up to CNY 100,000; otherwise business is suspended and the fine is CNY 100,000–200,000, and CNY 20,000–50,000 for the persons responsible.',
  certainty: 'A',
} as const;

const OPEN_FLAME = {
  law: '消防法 第二十一条、第六十三条第二项',
  penaltyZh: '违反规定使用明火作业的，处警告或者五百元以下罚款；情节严重的，处五日以下拘留。',
  penaltyEn: 'Hot work against the rules: a warning or a fine up to CNY 500; in grave cases detention up to five days.',
  certainty: 'A',
} as const;

const TAMPERING = {
  law: '安全生产法 第三十六条、第九十九条',
  penaltyZh:
    '关闭、破坏直接关系生产安全的监控、报警设备或者篡改其数据的，责令限期改正，处五万元以下罚款；逾期未改正的处五万元以上二十万元以下罚款，对直接负责的主管人员和其他直接责任人员处一万元以上二万元以下罚款。',
  penaltyEn:
    'Switching off or damaging monitoring or alarm equipment that safety depends on, or falsifying its data: ordered to put it right and fined up to CNY 50,000; otherwise CNY 50,000–200,000, and CNY 10,000–20,000 for the persons responsible.',
  certainty: 'B',
} as const;

const alerts: Readonly<Record<string, LegalBasis>> = {
  'off-platform': alert(
    '焊割设备应扫码取得授权后作业，电弧未对应任何授权作业。',
    'Machines work after a scan that authorises; this arc belongs to no authorised job.',
  ),
  'unregistered-machine': alert(
    '焊割设备应先登记赋码再使用。',
    'Machines are registered and given their code before use.',
  ),
  'remote-scan': alert('扫码人应在设备旁扫码。', 'Whoever scans stands at the machine.'),
  'chip-tampered': {
    zh: '监管芯片用于监测作业安全，不得拆除、破坏或屏蔽。',
    en: 'The chip monitors the safety of the work and may not be removed, damaged or bypassed.',
    ...TAMPERING,
  },
  'modified-machine': {
    zh: '不得改装焊割设备绕过监管芯片。',
    en: 'Machines may not be altered to bypass the chip.',
    ...TAMPERING,
  },
  'chip-silent': alert(
    '监管芯片应保持在线；失联应及时报修。',
    'The chip stays on line; a silent one is reported for repair.',
  ),
  'identity-misuse': alert(
    '扫码、签字应由本人进行，不得冒用他人身份或证件。',
    'People scan and sign for themselves; nobody uses another’s identity or certificate.',
  ),
  overlong: alert(
    '连续作业时间过长，应确认作业人员和许可是否仍然有效。',
    'The work goes on very long: check whether the people and the permit still hold.',
  ),
  'outside-site': alert('作业应在许可的地点进行。', 'Work stays at the permitted place.'),
  'special-period': alert(
    '重点时段内动火应按要求升级管理。',
    'In special periods hot work is managed one level higher.',
  ),
};

const hazards: Readonly<Record<string, LegalBasis>> = {
  uncertified: CERTIFIED,
  'no-permit': {
    zh: '因施工等特殊情况需要使用明火作业的，应当事先办理审批手续，采取相应的消防安全措施。',
    en: 'Where hot work is needed, approval is obtained first and fire precautions are taken.',
    ...OPEN_FLAME,
  },
  'permit-overrun': {
    zh: '动火作业应在许可的时间内进行，超过时限应停止并重新办理。',
    en: 'Hot work stays within the permitted time; beyond it the work stops until a new permit is issued.',
    ...OPEN_FLAME,
    certainty: 'B',
  },
  'gas-test-missed': {
    zh: '动火前和中断后应按规定进行气体分析，合格后方可作业。',
    en: 'Gas is analysed before hot work and after interruptions; only a good result lets it go on.',
    law: 'GB 30871-2022 5.3；安全生产法 第四十三条、第一百零一条第三项',
    penaltyZh: ON_SITE_MANAGER.penaltyZh,
    penaltyEn: ON_SITE_MANAGER.penaltyEn,
    certainty: 'B',
  },
  'fire-watch-absent': {
    zh: '动火作业应当安排专门人员进行现场安全管理，监护人不得离开。',
    en: 'Hot work is managed on site by a dedicated person; the fire watcher does not leave.',
    ...ON_SITE_MANAGER,
  },
  'fire-watch-skipped': {
    zh: '动火作业后应检查现场，确认无残留火种后方可离开。',
    en: 'After hot work the place is checked, and left only when nothing smoulders.',
    law: 'GB 50720-2011 6.3.1；GB 30871-2022 5.2；安全生产法 第四十三条',
    penaltyZh: ON_SITE_MANAGER.penaltyZh,
    penaltyEn: ON_SITE_MANAGER.penaltyEn,
    certainty: 'B',
  },
  'forged-certificate': {
    zh: '不得伪造、涂改特种作业操作证或者使用伪造的证件；线索移送公安机关。',
    en: 'Certificates may not be forged or altered, nor forged ones used; the clue is handed to the police.',
    law: '特种作业人员安全技术培训考核管理规定；刑法 第二百八十条',
    penaltyZh: '使用伪造证件按无证上岗处理；伪造、买卖国家机关证件构成犯罪的，依法追究刑事责任。',
    penaltyEn:
      'Whoever uses a forged certificate counts as uncertified; forging or trading official certificates can be a crime.',
    certainty: 'B',
  },
  other: {
    zh: '生产经营单位应当采取措施，及时发现并消除事故隐患。',
    en: 'Enterprises take measures to find accident hazards and remove them in time.',
    law: '安全生产法 第四十一条、第一百零二条',
    penaltyZh:
      '未采取措施消除事故隐患的，责令立即消除或者限期消除，处五万元以下罚款；拒不执行的责令停产停业整顿，对直接负责的主管人员和其他直接责任人员处五万元以上十万元以下罚款。',
    penaltyEn:
      'Hazards not removed: ordered to remove them at once or by a date and fined up to CNY 50,000; where refused, business is suspended and the persons responsible are fined CNY 50,000–100,000.',
    certainty: 'B',
  },
};

/** By kind of violation. Each entry says itself how sure it is; the row as a whole is no surer than its weakest. */
export const legalBasis: SeedRule = {
  key: 'supervision.legal-basis',
  value: { ...alerts, ...hazards },
  source: '安全生产法（2021年修正）；消防法（2021年修正）；GB 30871-2022；GB 50720-2011',
  certainty: 'B',
};
