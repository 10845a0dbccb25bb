import type { SeedRule } from './seed-rule';

interface Step {
  /** Signatures with the same number run side by side. */
  readonly step: number;
  readonly titleZh: string;
  readonly titleEn: string;
  readonly roles: readonly string[];
  readonly of: 'enterprise' | 'contractor' | 'occupier';
  readonly quorum: 'all' | 'one';
  /** The signatory has been at the place and seen the measures before signing. */
  readonly siteVisit?: true;
}

const signs = (
  step: number,
  titleZh: string,
  titleEn: string,
  role: string,
  more: { siteVisit?: true } = {},
): Step => ({
  step,
  titleZh,
  titleEn,
  roles: [role],
  of: 'enterprise',
  quorum: 'one',
  ...more,
});

const chain = (
  regime: string,
  level: string,
  value: readonly Step[],
  source: string,
  certainty: SeedRule['certainty'],
): SeedRule => ({ key: 'permit.approval-chain', regime, ...(level && { level }), value, source, certainty });

const VISITED = { siteVisit: true } as const;
const SITE = '施工现场动火三级审批制度；GB 50720-2011 6.3.1（签发人现场查验后签发）';
const PLANT = 'GB 30871-2022 5；附录A 动火安全作业票';

/** Who signs, in which order. The applicant is never one of them, and nobody signs twice. */
export const approvalChains: readonly SeedRule[] = [
  chain('small', '', [], '平台默认（现场所有人或管理人确认，网格员知晓）', 'default'),
  chain(
    'general',
    '',
    [
      signs(0, '安全管理人员', 'Safety officer', 'safety-officer'),
      signs(1, '单位负责人', 'Head of the enterprise', 'enterprise-head'),
    ],
    '平台默认',
    'default',
  ),
  chain(
    'construction',
    'first',
    [
      signs(0, '项目负责人', 'Project manager', 'enterprise-head'),
      signs(1, '企业安全管理部门', 'Company safety department', 'safety-officer', VISITED),
    ],
    SITE,
    'A',
  ),
  chain(
    'construction',
    'second',
    [
      signs(0, '项目责任工程师', 'Responsible engineer', 'enterprise-manager'),
      signs(1, '项目安全管理部门', 'Project safety department', 'safety-officer', VISITED),
      signs(1, '项目负责人', 'Project manager', 'enterprise-head'),
    ],
    SITE,
    'A',
  ),
  chain(
    'construction',
    'third',
    [
      signs(0, '项目责任工程师', 'Responsible engineer', 'enterprise-manager'),
      signs(0, '项目安全管理部门', 'Project safety department', 'safety-officer', VISITED),
    ],
    SITE,
    'A',
  ),
  chain(
    'chemical',
    'special',
    [
      signs(0, '所在基层单位负责人', 'Head of the operating unit', 'enterprise-manager'),
      signs(1, '安全管理部门', 'Safety department', 'safety-officer'),
      signs(2, '主管领导', 'Responsible leader', 'enterprise-head'),
    ],
    PLANT,
    'B',
  ),
  chain(
    'chemical',
    'first',
    [
      signs(0, '所在基层单位负责人', 'Head of the operating unit', 'enterprise-manager'),
      signs(1, '安全管理部门', 'Safety department', 'safety-officer'),
    ],
    PLANT,
    'B',
  ),
  chain(
    'chemical',
    'second',
    [signs(0, '所在基层单位负责人', 'Head of the operating unit', 'enterprise-manager')],
    PLANT,
    'B',
  ),
];
