/** The unique constraint a statement ran into, null if it failed otherwise. Its transaction is lost: refuse, within `UnitOfWork.attempt`. */
export function violatedConstraint(fault: unknown): string | null {
  if (!(fault instanceof Error) || !('code' in fault) || fault.code !== '23505') return null;
  return 'constraint' in fault ? String(fault.constraint) : null;
}
