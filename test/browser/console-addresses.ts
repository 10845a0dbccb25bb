/** The pages of the console that have an address without an id: the day's work, in the menu's order. */
export const DAILY = [
  '/console', '/console/today', '/console/claims', '/console/map', '/console/approvals', '/console/permits',
  '/console/permits/new', '/console/jobs', '/console/help', '/console/photos', '/console/violations', '/console/oversight', '/console/leaves', '/console/self-checks', '/console/drills', '/console/internal-reports', '/console/contracts', '/console/inspections', '/console/draws', '/console/tips', '/console/tip-rewards',
  '/console/outages', '/console/activities', '/console/delegations', '/console/training', '/wall', '/password',
] as const; // prettier-ignore

/** Who and what is registered, and by which rules. */
export const REGISTERS = [
  '/console/inventory', '/console/inventory/machines', '/console/inventory/welders', '/console/machines',
  '/console/welders', '/console/enterprises', '/console/collections', '/console/code-rolls', '/console/sites',
  '/console/areas', '/console/watchers', '/console/chips', '/console/fitting', '/console/imports', '/console/users',
  '/console/invitations', '/console/registrations', '/console/rules', '/console/rules/special-periods',
  '/console/rules/calendar', '/console/rules/roll-out',
] as const; // prettier-ignore

/** Figures, the trail, and what belongs to oneself or to one's firm. */
export const FIGURES = [
  '/console/reports', '/console/figures', '/console/firm', '/console/notices', '/console/my-data', '/console/grids', '/console/handovers',
  '/console/quality', '/console/webhooks', '/console/exchange', '/console/audit', '/console/erasures', '/console/operations',
] as const; // prettier-ignore
