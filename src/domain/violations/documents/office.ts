import type { Trade } from '../../people/trades';
import type { RegionCode } from '../../../kernel/region-code';

/** 发文机关 and 机关代字: which office a document names. */
interface Office {
  readonly office: string;
  readonly officeCode: string;
}

/** Whose office it is: a department's, the one for officials without a department, or a town's government. */
export const OFFICE_SEATS = ['general', 'town'] as const;
export type OfficeSeat = Trade | (typeof OFFICE_SEATS)[number];

/** Rule `supervision.offices`. `{region}` stands for the region's full name, `{short}` for the first sign of its own name. */
export type OfficesRule = Readonly<Partial<Record<OfficeSeat, Office>>>;

export interface OwnOffice extends Office {
  readonly seat: OfficeSeat;
}

export interface OfficeRegion {
  readonly code: RegionCode;
  /** From the prefecture down to the region itself. */
  readonly names: readonly string[];
}

const COUNTY_DIGITS = 6;

/**
 * The offices in whose name an official of a region writes. Nobody types an office: it follows from the account, so that
 * nobody writes for another one. A town has one office, whatever the department.
 */
export function ownOffices(rule: OfficesRule, region: OfficeRegion, trades: readonly Trade[]): OwnOffice[] {
  const seats: readonly OfficeSeat[] =
    region.code.length > COUNTY_DIGITS ? ['town'] : trades.length > 0 ? trades : ['general'];
  return seats.flatMap((seat) => {
    const named = rule[seat];
    return named ? [{ seat, office: filled(named.office, region), officeCode: filled(named.officeCode, region) }] : [];
  });
}

const filled = (pattern: string, { names }: OfficeRegion): string =>
  pattern.replaceAll('{region}', names.join('')).replaceAll('{short}', [...(names.at(-1) ?? '')][0] ?? '');

export type OfficeFault = 'document.office-unknown' | 'document.other-office';

/** The office of a document: the asked one if it is the official's own, else the first. */
export function officeOf(
  own: readonly OwnOffice[],
  asked: { readonly seat?: string; readonly office?: string; readonly officeCode?: string },
): OwnOffice | OfficeFault {
  if (own.length === 0) return 'document.office-unknown';
  const found = own.find(
    ({ seat, office, officeCode }) =>
      (asked.seat === undefined || asked.seat === seat) &&
      (asked.office === undefined || asked.office.trim() === office) &&
      (asked.officeCode === undefined || asked.officeCode.trim() === officeCode),
  );
  return found ?? 'document.other-office';
}
