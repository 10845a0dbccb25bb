import type { FindingCode } from '../authorization/finding-texts';
import { AUTHORITY, hasRole, OFFICIALS, type Role } from '../people/roles';

/** Who serves at the duty desk. Technicians know chips and machines; what a person must be is an official's to judge. */
const DESK: readonly Role[] = [...OFFICIALS, 'technician'];

export const servesDesk = (person: { readonly roles: readonly string[] }): boolean => hasRole(person, ...DESK);

/**
 * The findings that the duty desk may waive for some hours, and the roles that may do it. Nobody may waive a finding
 * that is missing here: certificate and permit, gas test, watcher and measures, stop orders, an alarm of the chip, and
 * machines or welders that are taken.
 */
const GRANTED_BY: Partial<Readonly<Record<FindingCode, readonly Role[]>>> = {
  'machine.no-chip': DESK,
  'machine.facts-unconfirmed': DESK,
  'chip.offline': DESK,
  'machine.inspection-overdue': OFFICIALS,
  'welder.training-overdue': OFFICIALS,
  'welder.identity-unconfirmed': AUTHORITY,
  'place.outside-site': OFFICIALS,
  'place.unproven': OFFICIALS,
};

export const isGrantable = (code: FindingCode): boolean => GRANTED_BY[code] !== undefined;

/** The blocking findings that a person with these roles may waive. */
export const grantableBy = (codes: readonly FindingCode[], roles: readonly string[]): FindingCode[] =>
  codes.filter((code) => hasRole({ roles }, ...(GRANTED_BY[code] ?? [])));
