import { QueryFailedError } from 'typeorm';

/** The constraint an update ran into, null if it failed otherwise. The transaction is lost: refuse and write nothing more. */
export function violatedConstraint(fault: unknown): string | null {
  const cause: unknown = fault instanceof QueryFailedError ? fault.driverError : fault;
  if (!(cause instanceof Error) || !('code' in cause) || cause.code !== '23505') return null;
  return 'constraint' in cause ? String(cause.constraint) : null;
}
