/** The pages of the console that have an address without an id. */
export const CONSOLE = [
  '/console', '/console/today', '/console/inventory', '/console/inventory/machines', '/console/inventory/welders', '/console/claims', '/console/map', '/console/permits', '/console/permits/new', '/console/jobs', '/console/photos',
  '/console/violations', '/console/machines', '/console/welders', '/console/enterprises', '/console/sites',
  '/console/areas', '/console/watchers', '/console/chips', '/console/outages', '/console/users', '/console/invitations', '/console/registrations', '/console/activities',
  '/console/approvals', '/console/delegations', '/console/rules', '/console/rules/special-periods',
  '/console/rules/calendar', '/console/rules/roll-out',
] as const; // prettier-ignore
