/** 预警 → 隐患 → 违法行为: a detector's suspicion, something to put right, and what a person found to be an offence. */
export const GRADES = ['alert', 'hazard', 'offence'] as const;
export type Grade = (typeof GRADES)[number];

/** Red: act now. Amber: look into it. Grey: for the record. */
export type Tone = 'red' | 'amber' | 'grey';

/** What the cause of a violation hangs on: whoever or whatever repeats it. */
export type Subject = 'machine' | 'chip' | 'welder' | 'permit' | 'job';

export interface KindDescription {
  readonly grade: Exclude<Grade, 'offence'>;
  readonly zh: string;
  readonly en: string;
  readonly tone: Tone;
  readonly subject: Subject;
}

/** Every kind of violation (domain.md, section 7). */
export const VIOLATION_KINDS = {
  'off-platform': {
    grade: 'alert',
    zh: '不入平台作业',
    en: 'Welding off the platform',
    tone: 'red',
    subject: 'machine',
  },
  'unregistered-machine': {
    grade: 'alert',
    zh: '未登记设备作业',
    en: 'Unregistered machine at work',
    tone: 'red',
    subject: 'chip',
  },
  'remote-scan': { grade: 'alert', zh: '远距离扫码', en: 'Scanned from afar', tone: 'amber', subject: 'job' },
  'chip-tampered': { grade: 'alert', zh: '监管芯片被拆动', en: 'Chip tampered with', tone: 'red', subject: 'chip' },
  'modified-machine': {
    grade: 'alert',
    zh: '设备疑似改装',
    en: 'Machine possibly modified',
    tone: 'red',
    subject: 'machine',
  },
  'chip-silent': { grade: 'alert', zh: '监管芯片失联', en: 'Chip silent', tone: 'amber', subject: 'chip' },
  'identity-misuse': { grade: 'alert', zh: '冒用他人身份', en: 'Identity misused', tone: 'red', subject: 'welder' },
  overlong: { grade: 'alert', zh: '超长时间作业', en: 'Working too long', tone: 'amber', subject: 'job' },
  'outside-site': {
    grade: 'alert',
    zh: '离开许可地点作业',
    en: 'Working outside the permitted place',
    tone: 'amber',
    subject: 'job',
  },
  'special-period': {
    grade: 'alert',
    zh: '重点时段作业',
    en: 'Working in a special period',
    tone: 'amber',
    subject: 'permit',
  },
  uncertified: {
    grade: 'hazard',
    zh: '无证作业',
    en: 'Welding without a valid certificate',
    tone: 'red',
    subject: 'welder',
  },
  'no-permit': { grade: 'hazard', zh: '无票作业', en: 'Hot work without a permit', tone: 'red', subject: 'machine' },
  'permit-overrun': {
    grade: 'hazard',
    zh: '超时限作业',
    en: 'Working past the permitted time',
    tone: 'red',
    subject: 'permit',
  },
  'gas-test-missed': {
    grade: 'hazard',
    zh: '未按规定进行气体检测',
    en: 'Gas test missed',
    tone: 'red',
    subject: 'permit',
  },
  'fire-watch-absent': {
    grade: 'hazard',
    zh: '监护人不在岗',
    en: 'Fire watcher absent',
    tone: 'red',
    subject: 'permit',
  },
  'fire-watch-skipped': {
    grade: 'hazard',
    zh: '作业后未留守看护',
    en: 'Fire watch after work skipped',
    tone: 'amber',
    subject: 'permit',
  },
  'forged-certificate': {
    grade: 'hazard',
    zh: '使用伪造证件',
    en: 'Forged certificate',
    tone: 'red',
    subject: 'welder',
  },
  other: { grade: 'hazard', zh: '其他隐患', en: 'Other hazard', tone: 'amber', subject: 'machine' },
} as const satisfies Record<string, KindDescription>;

export type ViolationKind = keyof typeof VIOLATION_KINDS;
export const KINDS = Object.keys(VIOLATION_KINDS) as ViolationKind[];

export const kindOf = (kind: ViolationKind): KindDescription => VIOLATION_KINDS[kind];

export const SOURCES = ['detector', 'self-check', 'inspection', 'tip', 'province'] as const;
export type Source = (typeof SOURCES)[number];

export const CERTAINTIES = ['provisional', 'confirmed', 'withdrawn'] as const;
export type Certainty = (typeof CERTAINTIES)[number];
