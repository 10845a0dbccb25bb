import type { Instant } from '../../src/kernel/time';
import { DAY, HOUR, MINUTE, shanghaiDate } from '../../src/kernel/time';

/** What the demo county holds. Every name says that it is invented; numbers are made, not collected. */
export const COUNTY = '411003';
export const CENTRE = { lat: 34.12, lng: 113.82 };

const TOWNS = [
  '411003001', '411003002', '411003003', '411003004', '411003005', '411003100', '411003101', '411003102', '411003103', '411003104',
  '411003105', '411003106', '411003200', '411003203', '411003204', '411003205', '411003206', '411003208',
]; // prettier-ignore

export const ENTERPRISES = 60;
export const WELDERS = 400;
export const MACHINES = 300;
export const GAS_SETS = 30;

const INDUSTRIES = ['manufacturing', 'construction', 'repair', 'commerce', 'catering', 'chemical', 'public', 'other'] as const;
const INDUSTRY_NAMES: Record<(typeof INDUSTRIES)[number], string> = {
  manufacturing: '机械加工',
  construction: '建筑安装',
  repair: '汽车修理',
  commerce: '商贸',
  catering: '餐饮',
  chemical: '化工',
  public: '公共场馆',
  other: '综合服务',
};

const pick = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;
const numbered = (n: number, width = 3): string => String(n).padStart(width, '0');

/** Spreads the enterprises over the county, about 20 km across, on a sunflower spiral: even, and the same each time. */
export function siteOf(enterprise: number): { lat: number; lng: number } {
  const angle = enterprise * 2.399963;
  const radius = 0.09 * Math.sqrt(enterprise / ENTERPRISES);
  return { lat: CENTRE.lat + radius * Math.sin(angle), lng: CENTRE.lng + radius * Math.cos(angle) * 1.2 };
}

export interface DemoEnterprise {
  readonly name: string;
  readonly kind: 'company' | 'individual';
  readonly industry: string;
  readonly regionCode: string;
  readonly contactName: string;
}

/** The first is a machine shop with its own people (`enterprise`, `safety`, `leader`, …); every fifth is a one-person business. */
export function enterprise(n: number): DemoEnterprise {
  const industry = pick(INDUSTRIES, n);
  return {
    name: `演示企业${numbered(n + 1, 2)}（${INDUSTRY_NAMES[industry]}）`,
    kind: n % 5 === 4 ? 'individual' : 'company',
    industry,
    regionCode: pick(TOWNS, n * 7),
    contactName: `演示联系人${numbered(n + 1, 2)}`,
  };
}

/** A share of certificates that are not in order, as an inspector would find them. */
export type CertificateCase = 'valid' | 'expiring' | 'expired' | 'unverified' | 'revoked' | 'none';

export function certificateCase(welder: number): CertificateCase {
  const cases: Record<number, CertificateCase> = { 11: 'expired', 12: 'expiring', 13: 'unverified', 17: 'none', 19: 'revoked' };
  return cases[welder % 20] ?? 'valid';
}

/** Printed dates of a six-year certificate, by case. */
export function certificateDates(which: CertificateCase, welder: number, now: Instant): { from: string; to: string } {
  const endsIn = which === 'expired' ? -40 - (welder % 100) : which === 'expiring' ? 5 + (welder % 80) : 400 + ((welder * 13) % 1500);
  const to = now + endsIn * DAY;
  return { from: shanghaiDate(to - 6 * 365 * DAY), to: shanghaiDate(to) };
}

export interface DemoMachine {
  readonly model: string;
  readonly process: string;
  readonly ratedCurrentA: number | null;
}

const ELECTRIC: readonly DemoMachine[] = [
  { model: 'ZX7-400', process: 'MMA', ratedCurrentA: 400 },
  { model: 'NBC-350', process: 'GMAW', ratedCurrentA: 350 },
  { model: 'WSM-315', process: 'GTAW', ratedCurrentA: 315 },
  { model: 'ZX7-250', process: 'MMA', ratedCurrentA: 250 },
  { model: 'LGK-100', process: 'PLASMA', ratedCurrentA: 100 },
];

export const machine = (n: number): DemoMachine =>
  n < MACHINES ? pick(ELECTRIC, n) : { model: 'QG-30', process: 'GAS', ratedCurrentA: null };

export const PERMIT_STATES = [
  'active', 'submitted', 'issued', 'closed', 'draft', 'approved', 'fire_watch', 'suspended', 'returned', 'rejected', 'cancelled', 'expired',
] as const; // prettier-ignore
export type DemoPermitState = (typeof PERMIT_STATES)[number];

export const permitState = (n: number): DemoPermitState => pick(PERMIT_STATES, n);

/** Planned times that fit a permit's state, at the moment the county is made. */
export function permitTimes(state: DemoPermitState, n: number, now: Instant): { start: Instant; end: Instant } {
  switch (state) {
    case 'closed':
    case 'expired':
      return { start: now - 30 * HOUR - n * HOUR, end: now - 24 * HOUR - n * HOUR };
    case 'fire_watch':
      return { start: now - 5 * HOUR, end: now + HOUR };
    case 'active':
    case 'suspended':
      return { start: now - 20 * MINUTE, end: now + 7 * HOUR + 30 * MINUTE };
    default:
      return { start: now + HOUR, end: now + 7 * HOUR };
  }
}

export const CONTENTS = ['焊接钢支架', '更换破损管道', '修补货架立柱', '切割旧护栏', '安装通风管', '焊接楼梯扶手'] as const;
export const METHODS = ['焊条电弧焊', '二氧化碳气体保护焊', '氩弧焊', '气割'] as const;
