import type { FindingCode } from '../authorization/finding-texts';
import { AUTHORITY, hasRole, OFFICIALS, type Role } from '../people/roles';

/** Who serves at the duty desk. Technicians know chips and machines; what a person must be is an official's to judge. */
const DESK: readonly Role[] = [...OFFICIALS, 'technician'];

export const servesDesk = (person: { readonly roles: readonly string[] }): boolean => hasRole(person, ...DESK);

/**
 * What the duty desk may let pass for some hours, and who. Missing here means that nobody grants it: certificate and permit,
 * gas test, watcher and measures, stop orders, an alarm of the chip, and machines or welders that are taken.
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

/** Of what blocks, what somebody with these roles may let pass. */
export const grantableBy = (codes: readonly FindingCode[], roles: readonly string[]): FindingCode[] =>
  codes.filter((code) => hasRole({ roles }, ...(GRANTED_BY[code] ?? [])));
