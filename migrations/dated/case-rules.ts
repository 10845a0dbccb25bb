import { byPlatform } from '../rules/seed-rule';
import type { DatedRule } from './dated-rules';

interface MajorHazardStandard {
  readonly zh: string;
  readonly en: string;
  readonly document: string;
  readonly trades: readonly string[];
  readonly items: readonly { readonly kind: string; readonly item: string; readonly placeKinds?: readonly string[] }[];
}

const FROM = '2000-01-01T00:00:00+08:00';

const CHEMICAL: MajorHazardStandard = {
  zh: '化工和危险化学品生产经营单位重大生产安全事故隐患判定标准（试行）',
  en: 'Criteria for major hazards of chemical enterprises (trial)',
  document: '安监总管三〔2017〕121号',
  trades: ['chemical'],
  items: [
    { kind: 'uncertified', item: '第二条' },
    { kind: 'forged-certificate', item: '第二条' },
    // 特殊作业管理制度未有效执行
    { kind: 'no-permit', item: '第十八条' },
  ],
};

const CONSTRUCTION: MajorHazardStandard = {
  zh: '房屋市政工程生产安全重大事故隐患判定标准（2022版）',
  en: 'Criteria for major hazards of building and municipal works (2022)',
  document: '建质规〔2022〕2号',
  trades: ['construction'],
  items: [
    { kind: 'uncertified', item: '第四条' },
    { kind: 'forged-certificate', item: '第四条' },
    // 有限空间作业未执行“先通风、再检测、后作业”
    { kind: 'gas-test-missed', item: '第十一条', placeKinds: ['confined-space'] },
  ],
};

const INDUSTRY: MajorHazardStandard = {
  zh: '工贸企业重大事故隐患判定标准',
  en: 'Criteria for major hazards of industrial and trading enterprises',
  document: '应急管理部令第10号',
  // 冶金、有色、建材、机械、轻工、纺织、烟草、商贸; no other trade is named (art. 2)
  trades: ['manufacturing', 'commerce', 'catering'],
  items: [
    { kind: 'uncertified', item: '第三条第二项' },
    { kind: 'forged-certificate', item: '第三条第二项' },
    { kind: 'gas-test-missed', item: '第十三条', placeKinds: ['confined-space'] },
  ],
};

const cited = (standards: readonly MajorHazardStandard[]): string =>
  standards.map(({ zh, document }) => `${zh}（${document}）`).join('；');

const standards = (validFrom: string, value: readonly MajorHazardStandard[]): DatedRule => ({
  id: `dated-major-standards-${validFrom.slice(0, 10)}`,
  key: 'supervision.major-hazard-standards',
  validFrom,
  value,
  source: value.length === 0 ? '平台默认' : `${cited(value)}；行业与平台行业分类的对应关系待核对`,
  certainty: value.length === 0 ? 'default' : 'B',
});

/** Which findings are major hazards (重大事故隐患) in which trades: each text from the day it is in force. */
export const majorHazardStandards: readonly DatedRule[] = [
  standards(FROM, []),
  standards('2017-11-13T00:00:00+08:00', [CHEMICAL]),
  standards('2022-04-19T00:00:00+08:00', [CHEMICAL, CONSTRUCTION]),
  standards('2023-05-15T00:00:00+08:00', [CHEMICAL, CONSTRUCTION, INDUSTRY]),
];

const ALERTS = [
  'off-platform', 'unregistered-machine', 'remote-scan', 'chip-tampered', 'modified-machine', 'chip-silent', 'identity-misuse',
  'overlong', 'outside-site', 'special-period',
]; // prettier-ignore
const HAZARDS = [
  'uncertified', 'no-permit', 'permit-overrun', 'gas-test-missed', 'fire-watch-absent', 'fire-watch-skipped', 'forged-certificate',
  'other',
]; // prettier-ignore
const severities: Readonly<Record<string, number>> = Object.fromEntries([
  ...ALERTS.map((kind) => [kind, 1]),
  ...HAZARDS.map((kind) => [kind, 2]),
] as [string, number][]);

/** How grave each kind is, and how long what a silent chip kept may take to come in. */
export const caseRules: readonly DatedRule[] = [
  {
    ...byPlatform('supervision.severity', severities),
    id: 'dated-severity',
    validFrom: FROM,
  },
  { ...byPlatform('supervision.silence-patience-minutes', 10), id: 'dated-silence-patience', validFrom: FROM },
  ...majorHazardStandards,
];
