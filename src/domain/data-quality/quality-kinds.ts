import { AUTHORITY, hasRole, LEADERS, OFFICIALS, SEATS, type Role } from '../people/roles';

/** What a finding about the register is about. */
export const QUALITY_SUBJECTS = ['machine', 'welder', 'enterprise'] as const;
export type QualitySubject = (typeof QUALITY_SUBJECTS)[number];

interface Traits {
  readonly subject: QualitySubject;
  /**
   * The role that gets the task: the nearest one that may correct the record. Officials see all of them on their page.
   */
  readonly menders: readonly Role[];
}

const IN_THE_ENTERPRISE: readonly Role[] = ['grid-worker', ...LEADERS];
const AT_THE_MACHINE: readonly Role[] = ['technician', ...IN_THE_ENTERPRISE];
const BESIDE_THE_WELDER: readonly Role[] = ['grid-worker', ...SEATS];

/** 数据质量: what is missing or doubtful in the register. Each kind is a question of `quality-questions.ts`. */
const TRAITS = {
  'machine-serial-missing': { subject: 'machine', menders: AT_THE_MACHINE },
  'machine-photo-missing': { subject: 'machine', menders: AT_THE_MACHINE },
  'machine-place-missing': { subject: 'machine', menders: AT_THE_MACHINE },
  'machine-place-far': { subject: 'machine', menders: AT_THE_MACHINE },
  'machine-owner-missing': { subject: 'machine', menders: AT_THE_MACHINE },
  'machine-outlets-odd': { subject: 'machine', menders: AT_THE_MACHINE },
  'machine-idle': { subject: 'machine', menders: AT_THE_MACHINE },
  'machine-twice': { subject: 'machine', menders: ['grid-worker', ...AUTHORITY] },
  'machine-scrapped-with-chip': { subject: 'machine', menders: ['technician', ...AUTHORITY] },
  'machine-differs': { subject: 'machine', menders: AT_THE_MACHINE },
  'welder-differs': { subject: 'welder', menders: BESIDE_THE_WELDER },
  'enterprise-differs': { subject: 'enterprise', menders: IN_THE_ENTERPRISE },
  'welder-certificate-missing': { subject: 'welder', menders: BESIDE_THE_WELDER },
  'welder-certificate-waiting': { subject: 'welder', menders: AUTHORITY },
  'welder-certificate-number-odd': { subject: 'welder', menders: BESIDE_THE_WELDER },
  'welder-twice': { subject: 'welder', menders: ['grid-worker', ...AUTHORITY] },
  'enterprise-head-missing': { subject: 'enterprise', menders: IN_THE_ENTERPRISE },
  'enterprise-safety-missing': { subject: 'enterprise', menders: IN_THE_ENTERPRISE },
} as const satisfies Readonly<Record<string, Traits>>;

export type QualityKind = keyof typeof TRAITS;
export const QUALITY_KINDS = Object.keys(TRAITS) as readonly QualityKind[];

export const subjectOf = (kind: QualityKind): QualitySubject => TRAITS[kind].subject;

/** The kinds that are a task for somebody with these roles. */
export const kindsToMend = (person: { readonly roles: readonly string[] }): QualityKind[] =>
  QUALITY_KINDS.filter((kind) => hasRole(person, ...TRAITS[kind].menders));

/** 接受: the roles that may correct the record, and officials, who are responsible for the region. */
export const mayAccept = (person: { readonly roles: readonly string[] }, kind: QualityKind): boolean =>
  hasRole(person, ...OFFICIALS, ...TRAITS[kind].menders);

/** Where a finding is mended. */
export function mendingPath(kind: QualityKind, id: string): string {
  const pages: Readonly<Record<QualitySubject, string>> = { machine: 'machines', welder: 'welders', enterprise: 'enterprises' };
  return `/console/${pages[subjectOf(kind)]}/${id}`;
} // prettier-ignore
