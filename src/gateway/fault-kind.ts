/** `outage`: the database cannot work now, and will later; `poison`: it cannot work with this batch. */
export type FaultKind = 'outage' | 'poison';

/**
 * Classes of SQLSTATE that blame the data: 21 cardinality, 22 data, 23 integrity, P0 raised by a trigger. All others (lost
 * connection, no space, deadlock, statement time-out, shutting down, a schema that is just being migrated) pass.
 */
const OF_DATA = new Set(['21', '22', '23', 'P0']);

const SQLSTATE = /^[0-9A-Z]{5}$/;

export function faultKind(fault: unknown): FaultKind {
  if (!(fault instanceof Error)) return 'poison';
  const { code } = fault as NodeJS.ErrnoException;
  if (typeof code === 'string') return SQLSTATE.test(code) && OF_DATA.has(code.slice(0, 2)) ? 'poison' : 'outage';
  return /connection|timeout|terminat/i.test(fault.message) ? 'outage' : 'poison';
}
