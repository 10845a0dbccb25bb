import { creditCodeChecksum } from '../../src/domain/registry/numbers/credit-code';
import { DAY, shanghaiDate, type Instant } from '../../src/kernel/time';
import type { Position } from '../../src/kernel/geo';
import { INDUSTRIES, type Industry } from './industries';
import { firmName, personName, shortFirmName } from './invented-names';
import { placesWithin } from './places';

/** What the demo county holds. Every name says that it is invented; numbers are made, not collected. */
export const COUNTY = '411003';

/** The town of the first enterprise, where the visitor plays: see surroundings.ts. */
export const VISITORS_TOWN = '411003001';

const TOWNS = [
  VISITORS_TOWN, '411003002', '411003003', '411003004', '411003005', '411003100', '411003101', '411003102', '411003103', '411003104',
  '411003105', '411003106', '411003200', '411003203', '411003204', '411003205', '411003206', '411003208',
]; // prettier-ignore

export const ENTERPRISES = 60;
export const WELDERS = 400;
/** Electric ones, each with a chip. */
export const MACHINES = 300;
export const GAS_SETS = 30;
/** Electric ones whose chip is still to be fitted; they come after the gas sets. */
export const WITHOUT_CHIP = 14;
export const MACHINES_EACH = MACHINES / ENTERPRISES;

const pick = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;

const PLACES = placesWithin(COUNTY, ENTERPRISES);

export const siteOf = (enterprise: number): Position => pick(PLACES, enterprise);

/** Contacts come after the welders in the list of invented names. */
const FIRST_CONTACT = WELDERS;

export interface Enterprise {
  readonly name: string;
  readonly shortName: string;
  readonly kind: 'company' | 'individual';
  readonly industry: Industry;
  readonly regionCode: string;
  readonly contactName: string;
}

/** The first is a machine shop with its own people (`enterprise`, `safety`, `leader`, …); every fifth is a one-person business. */
export function enterprise(n: number): Enterprise {
  const industry = pick(INDUSTRIES, n);
  const kind = n % 5 === 4 ? 'individual' : 'company';
  return {
    name: firmName(n, industry, kind),
    shortName: shortFirmName(n, industry),
    kind,
    industry,
    regionCode: pick(TOWNS, n * 7),
    contactName: personName(FIRST_CONTACT + n),
  };
}

/** Which enterprise a welder or machine belongs to: filled in blocks, so that the first shop has people and machines enough. */
export const enterpriseOf = (n: number, of: number): number => Math.floor((n * ENTERPRISES) / of);

/** A code with a right check sign that no authority gives: it says that it is a demonstration. */
export function creditCode(enterprise: number): string {
  const body = `91${COUNTY}DEMA${String(enterprise + 1).padStart(5, '0')}`;
  return body + creditCodeChecksum(body);
}

export const welderName = personName;

/** Every tenth works on his own account. */
export const selfEmployed = (welder: number): boolean => welder % 10 === 9;

/** The employed welders of an enterprise. */
export function weldersOf(of: number): number[] {
  const first = Math.ceil((of * WELDERS) / ENTERPRISES);
  const next = Math.ceil(((of + 1) * WELDERS) / ENTERPRISES);
  return Array.from({ length: next - first }, (_, offset) => first + offset).filter((n) => !selfEmployed(n));
}

/** A share of certificates that are not in order, as an inspector would find them. */
export type CertificateCase = 'valid' | 'expiring' | 'expired' | 'unverified' | 'revoked' | 'none';

export function certificateCase(welder: number): CertificateCase {
  const cases: Record<number, CertificateCase> = {
    11: 'expired',
    12: 'expiring',
    13: 'unverified',
    17: 'none',
    19: 'revoked',
  };
  return cases[welder % 20] ?? 'valid';
}

/** Printed dates of a six-year certificate, by case. */
export function certificateDates(which: CertificateCase, welder: number, now: Instant): { from: string; to: string } {
  const endsIn =
    which === 'expired'
      ? -40 - (welder % 100)
      : which === 'expiring'
        ? 5 + (welder % 80)
        : 400 + ((welder * 13) % 1500);
  const to = now + endsIn * DAY;
  return { from: shanghaiDate(to - 6 * 365 * DAY), to: shanghaiDate(to) };
}

/** Campaign training: most have it, some let it lapse, some never had it. */
export function trainedUntil(welder: number, now: Instant): string | null {
  if (welder % 9 === 5) return null;
  return shanghaiDate(now + (welder % 11 === 7 ? -20 : 60 + (welder % 300)) * DAY);
}

export interface MachineKind {
  readonly model: string;
  readonly process: string;
  readonly ratedCurrentA: number | null;
}

const ELECTRIC: readonly MachineKind[] = [
  { model: 'ZX7-400', process: 'MMA', ratedCurrentA: 400 },
  { model: 'NBC-350', process: 'GMAW', ratedCurrentA: 350 },
  { model: 'WSM-315', process: 'GTAW', ratedCurrentA: 315 },
  { model: 'ZX7-250', process: 'MMA', ratedCurrentA: 250 },
  { model: 'LGK-100', process: 'PLASMA', ratedCurrentA: 100 },
];

/** Every shop has all of them, each time in another order. */
export const machineKind = (n: number): MachineKind =>
  n >= MACHINES && n < MACHINES + GAS_SETS
    ? { model: 'QG-30', process: 'GAS', ratedCurrentA: null }
    : pick(ELECTRIC, n + Math.floor(n / MACHINES_EACH));

/** Owners of the others are spread over all enterprises. */
export const ownerOf = (machine: number): number =>
  machine < MACHINES ? enterpriseOf(machine, MACHINES) : machine % ENTERPRISES;

/** The last good day of a machine's safety check: a few are past it, some come due within the month. */
export const inspectedUntil = (machine: number, now: Instant): string =>
  shanghaiDate(
    now + (machine % 23 === 22 ? -10 - (machine % 40) : (machine % 7 === 3 ? 12 : 60) + (machine % 300)) * DAY,
  );

/** The k-th machine of an enterprise. */
export const machineOf = (of: number, k: number): number => of * MACHINES_EACH + k;

/** When a thing or a person of the county was registered: over seven weeks, all of it before the history of work begins. */
export const registeredAt = (n: number, now: Instant): Instant => now - (16 + ((n * 17) % 49)) * DAY;
