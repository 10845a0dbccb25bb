import { hasRole, OFFICIALS } from './roles';

/** An official with the trades of their department. */
export interface Officer {
  readonly roles: readonly string[];
  readonly trades: readonly string[];
}

/** Whether somebody acts for a department; the administrator does for each. */
export const worksFor = (officer: Officer, trade: string): boolean =>
  hasRole(officer, 'admin') || (hasRole(officer, ...OFFICIALS) && officer.trades.includes(trade));
