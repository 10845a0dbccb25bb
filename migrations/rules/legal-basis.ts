import type { SeedRule } from './seed-rule';

/** A text that is offended against; the two languages of its name, and how sure the platform is of it. */
interface Law {
  readonly zh: string;
  readonly en: string;
  /** The range the text names. The platform records a case; it decides no fine. */
  readonly penaltyZh: string;
  readonly penaltyEn: string;
  readonly certainty: 'A' | 'B' | 'default';
}

interface LegalBasis {
  /** What the text asks for, in short words, after its name. */
  readonly zh: string;
  readonly en: string;
  readonly law: string;
  readonly penaltyZh: string;
  readonly penaltyEn: string;
  readonly certainty: Law['certainty'];
}

const basis = ({ penaltyZh, penaltyEn, certainty, ...law }: Law, zh: string, en: string): LegalBasis => ({
  zh: `${law.zh}：${zh}`,
  en: `${law.en}: ${en}`,
  law: law.zh,
  penaltyZh,
  penaltyEn,
  certainty,
});

const LOCAL: Law = {
  zh: '当地“一芯一码一平台”管理要求',
  en: 'Local rules on chip, code and platform',
  penaltyZh: '预警，不作为处罚依据；经核实构成无证、无票等违法行为的，按相应条款处理。',
  penaltyEn:
    'An alert, no ground for a penalty; where it is confirmed as welding without certificate, permit or the like, that provision applies.',
  certainty: 'default',
};

const ENTERPRISE_FINED = {
  penaltyZh:
    '责令限期改正，处十万元以下罚款；逾期未改正的，责令停产停业整顿，并处十万元以上二十万元以下罚款，对直接负责的主管人员和其他直接责任人员处二万元以上五万元以下罚款。',
  penaltyEn:
    'Ordered to put it right and fined up to CNY 100,000; if it is not, business is suspended and the fine is CNY 100,000–200,000, and CNY 20,000–50,000 for the persons responsible.',
};

const CERTIFIED: Law = {
  zh: '《安全生产法》第三十条、第九十七条第七项，《消防法》第二十一条',
  en: 'Work Safety Law, art. 30 and 97 (7); Fire Control Law, art. 21',
  ...ENTERPRISE_FINED,
  certainty: 'A',
};

const ON_SITE_MANAGER: Law = {
  zh: '《安全生产法》第四十三条、第一百零一条第三项',
  en: 'Work Safety Law, art. 43 and 101 (3)',
  ...ENTERPRISE_FINED,
  certainty: 'A',
};

const OPEN_FLAME: Law = {
  zh: '《消防法》第二十一条、第六十三条第二项',
  en: 'Fire Control Law, art. 21 and 63 (2)',
  penaltyZh: '违反规定使用明火作业的，处警告或者五百元以下罚款；情节严重的，处五日以下拘留。',
  penaltyEn: 'Hot work against the rules: a warning or a fine up to CNY 500; in grave cases detention up to five days.',
  certainty: 'A',
};

const TAMPERING: Law = {
  zh: '《安全生产法》第三十六条、第九十九条',
  en: 'Work Safety Law, art. 36 and 99',
  penaltyZh:
    '关闭、破坏直接关系生产安全的监控、报警设备或者篡改其数据的，责令限期改正，处五万元以下罚款；逾期未改正的，处五万元以上二十万元以下罚款，对直接负责的主管人员和其他直接责任人员处一万元以上二万元以下罚款。',
  penaltyEn:
    'Switching off or damaging monitoring or alarm equipment that safety depends on, or falsifying its data: ordered to put it right and fined up to CNY 50,000; otherwise CNY 50,000–200,000, and CNY 10,000–20,000 for the persons responsible.',
  certainty: 'B',
};

const FORGERY: Law = {
  zh: '《特种作业人员安全技术培训考核管理规定》，《刑法》第二百八十条',
  en: 'Rules on training and examining special-operation workers; Criminal Law, art. 280',
  penaltyZh: '使用伪造证件的按无证上岗处理；伪造、买卖国家机关证件构成犯罪的，依法追究刑事责任。',
  penaltyEn:
    'Whoever uses a forged certificate counts as uncertified; forging or trading official certificates can be a crime.',
  certainty: 'B',
};

const HAZARD: Law = {
  zh: '《安全生产法》第四十一条、第一百零二条',
  en: 'Work Safety Law, art. 41 and 102',
  penaltyZh:
    '未采取措施消除事故隐患的，责令立即消除或者限期消除，处五万元以下罚款；拒不执行的，责令停产停业整顿，对直接负责的主管人员和其他直接责任人员处五万元以上十万元以下罚款。',
  penaltyEn:
    'Hazards not removed: ordered to remove them at once or by a date and fined up to CNY 50,000; where refused, business is suspended and the persons responsible are fined CNY 50,000–100,000.',
  certainty: 'B',
};

const standard = (zh: string, en: string): Law => ({ ...ON_SITE_MANAGER, zh, en, certainty: 'B' });

const alerts: Readonly<Record<string, LegalBasis>> = {
  'off-platform': basis(
    LOCAL,
    '焊割设备应扫码取得授权后作业；这段燃弧没有对应任何授权作业。',
    'machines work after a scan that authorises; this arc belongs to no authorised job.',
  ),
  'unregistered-machine': basis(
    LOCAL,
    '焊割设备应先登记赋码再使用。',
    'machines are registered and given their code before use.',
  ),
  'remote-scan': basis(LOCAL, '扫码人应在设备旁扫码。', 'whoever scans stands at the machine.'),
  'chip-tampered': basis(
    TAMPERING,
    '监管芯片用于监测作业安全，不得拆除、破坏或屏蔽。',
    'the chip monitors the safety of the work and may not be removed, damaged or bypassed.',
  ),
  'modified-machine': basis(
    TAMPERING,
    '不得改装焊割设备绕过监管芯片。',
    'machines may not be altered to bypass the chip.',
  ),
  'chip-silent': basis(
    LOCAL,
    '监管芯片应保持在线；失联应及时报修。',
    'the chip stays on line; a silent one is reported for repair.',
  ),
  'identity-misuse': basis(
    LOCAL,
    '扫码、签字应由本人进行，不得冒用他人身份或证件。',
    'people scan and sign for themselves; nobody uses another’s identity or certificate.',
  ),
  overlong: basis(
    LOCAL,
    '连续作业时间过长，应确认作业人员和许可是否仍然有效。',
    'the work goes on very long: check whether the people and the permit still hold.',
  ),
  'outside-site': basis(LOCAL, '作业应在许可的地点进行。', 'work stays at the permitted place.'),
  'special-period': basis(
    LOCAL,
    '重点时段内动火应按要求升级管理。',
    'in special periods hot work is managed one level higher.',
  ),
};

const hazards: Readonly<Record<string, LegalBasis>> = {
  uncertified: basis(
    CERTIFIED,
    '焊接与热切割属于特种作业，作业人员必须经专门培训并取得相应资格，方可上岗。',
    'welding and thermal cutting are special operations: those who do them must be trained and hold the certificate first.',
  ),
  'no-permit': basis(
    OPEN_FLAME,
    '因施工等特殊情况需要使用明火作业的，应当事先办理审批手续，采取相应的消防安全措施。',
    'where hot work is needed, approval is obtained first and fire precautions are taken.',
  ),
  'permit-overrun': basis(
    { ...OPEN_FLAME, certainty: 'B' },
    '动火作业应在许可的时间内进行，超过时限应停止并重新办理。',
    'hot work stays within the permitted time; beyond it the work stops until a new permit is issued.',
  ),
  'gas-test-missed': basis(
    standard(
      'GB 30871-2022 5.3，《安全生产法》第四十三条、第一百零一条第三项',
      'GB 30871-2022, 5.3; Work Safety Law, art. 43 and 101 (3)',
    ),
    '动火前和中断后应按规定进行气体分析，合格后方可作业。',
    'gas is analysed before hot work and after interruptions; only a good result lets it go on.',
  ),
  'fire-watch-absent': basis(
    ON_SITE_MANAGER,
    '动火作业应当安排专门人员进行现场安全管理，监护人不得离开。',
    'hot work is managed on site by a dedicated person; the fire watcher does not leave.',
  ),
  'fire-watch-skipped': basis(
    standard(
      'GB 50720-2011 6.3.1，GB 30871-2022 5.2，《安全生产法》第四十三条、第一百零一条第三项',
      'GB 50720-2011, 6.3.1; GB 30871-2022, 5.2; Work Safety Law, art. 43 and 101 (3)',
    ),
    '动火作业后应检查现场，确认无残留火种后方可离开。',
    'after hot work the place is checked, and left only when nothing smoulders.',
  ),
  'forged-certificate': basis(
    FORGERY,
    '不得伪造、涂改特种作业操作证或者使用伪造的证件；线索移送公安机关。',
    'certificates may not be forged or altered, nor forged ones used; the clue is handed to the police.',
  ),
  other: basis(
    HAZARD,
    '生产经营单位应当采取措施，及时发现并消除事故隐患。',
    'enterprises take measures to find accident hazards and remove them in time.',
  ),
};

/** By kind of violation. Each entry says itself how sure it is; the row as a whole is no surer than its weakest. */
export const legalBasis: SeedRule = {
  key: 'supervision.legal-basis',
  value: { ...alerts, ...hazards },
  source: '安全生产法（2021年修正）；消防法（2021年修正）；GB 30871-2022；GB 50720-2011',
  certainty: 'B',
};
