import { SEATS } from '@domain/people/roles';
import { isAny, may, type Permission } from '@/api/session';
import type { Role } from '@/api/users';
import type { IconName } from '@/ui/icon-paths';

interface ConsolePage {
  path: string;
  name: string;
  icon: IconName;
  permission: Permission;
  roles?: readonly Role[];
}

/** The console's menu, in its order; a person sees the pages their permissions fill. The first group has no heading. */
export const CONSOLE_GROUPS = {
  today: [
    { path: '/console/today', name: 'today', icon: 'ok', permission: 'self.read' },
    { path: '/console/firm', name: 'firm', icon: 'building', permission: 'ledger.read', roles: SEATS },
    { path: '/console', name: 'overview', icon: 'chart', permission: 'statistics.read' },
    { path: '/console/map', name: 'map', icon: 'pin', permission: 'permit.read' },
  ],
  work: [
    { path: '/console/approvals', name: 'approvals', icon: 'sign', permission: 'permit.command', roles: SEATS },
    { path: '/console/permits', name: 'permits', icon: 'permit', permission: 'permit.read' },
    { path: '/console/jobs', name: 'jobs', icon: 'spark', permission: 'job.read' },
    { path: '/console/help', name: 'help', icon: 'info', permission: 'help.read' },
    { path: '/console/photos', name: 'photos', icon: 'camera', permission: 'photo-check.read' },
    { path: '/console/activities', name: 'activities', icon: 'flame', permission: 'permit.write' },
    { path: '/console/delegations', name: 'delegations', icon: 'calendar', permission: 'permit.command', roles: SEATS },
    { path: '/console/outages', name: 'outages', icon: 'offline', permission: 'paper.print' },
  ],
  found: [
    { path: '/console/violations', name: 'violations', icon: 'warn', permission: 'violation.read' },
    { path: '/console/inspections', name: 'inspections', icon: 'eye', permission: 'inspection.read' },
    { path: '/console/draws', name: 'draws', icon: 'slider', permission: 'inspection.read' },
    { path: '/console/tips', name: 'tips', icon: 'warn', permission: 'tip.desk' },
    { path: '/console/tip-rewards', name: 'tipRewards', icon: 'sign', permission: 'tip-reward.read' },
    { path: '/console/oversight', name: 'oversight', icon: 'eye', permission: 'oversight.read' },
    { path: '/console/leaves', name: 'leaves', icon: 'calendar', permission: 'leave.write' },
  ],
  firms: [
    { path: '/console/self-checks', name: 'selfChecks', icon: 'list', permission: 'self-check.read' },
    { path: '/console/drills', name: 'drills', icon: 'flame', permission: 'drill.read' },
    { path: '/console/internal-reports', name: 'internalReports', icon: 'warn', permission: 'internal-report.read' },
    { path: '/console/contracts', name: 'contracts', icon: 'building', permission: 'contract.read' },
  ],
  register: [
    { path: '/console/inventory', name: 'inventory', icon: 'list', permission: 'inventory.read' },
    { path: '/console/reports', name: 'reports', icon: 'chart', permission: 'report.read' },
    { path: '/console/quality', name: 'quality', icon: 'warn', permission: 'quality.read' },
    { path: '/console/machines', name: 'machines', icon: 'machine', permission: 'machine.read' },
    { path: '/console/handovers', name: 'handovers', icon: 'machine', permission: 'machine.receive' },
    { path: '/console/welders', name: 'welders', icon: 'person', permission: 'welder.read' },
    { path: '/console/enterprises', name: 'enterprises', icon: 'building', permission: 'enterprise.read' },
    { path: '/console/sites', name: 'sites', icon: 'pin', permission: 'site.write' },
    { path: '/console/areas', name: 'areas', icon: 'pin', permission: 'area.read' },
    { path: '/console/registrations', name: 'registrations', icon: 'person', permission: 'registration.read' },
    { path: '/console/collections', name: 'collections', icon: 'pin', permission: 'collection.read' },
    { path: '/console/imports', name: 'imports', icon: 'book', permission: 'import.write' },
  ],
  chips: [
    { path: '/console/chips', name: 'chips', icon: 'chip', permission: 'chip.read' },
    { path: '/console/fitting', name: 'fitting', icon: 'chip', permission: 'fitting.plan' },
    { path: '/console/code-rolls', name: 'codeRolls', icon: 'scan', permission: 'code-roll.read' },
  ],
  people: [
    { path: '/console/training', name: 'training', icon: 'book', permission: 'training.coverage' },
    { path: '/console/watchers', name: 'watchers', icon: 'eye', permission: 'watcher.read' },
    { path: '/console/users', name: 'users', icon: 'users', permission: 'user.read' },
    { path: '/console/grids', name: 'grids', icon: 'pin', permission: 'grid.write' },
  ],
  house: [
    { path: '/console/rules', name: 'rules', icon: 'book', permission: 'rule.read' },
    { path: '/console/exchange', name: 'exchange', icon: 'next', permission: 'exchange.read' },
    { path: '/console/webhooks', name: 'webhooks', icon: 'next', permission: 'webhook.read' },
    { path: '/console/audit', name: 'audit', icon: 'list', permission: 'audit.read' },
    { path: '/console/erasures', name: 'erasures', icon: 'person', permission: 'erasure.decide' },
    { path: '/console/operations', name: 'operations', icon: 'chart', permission: 'operations.read' },
  ],
} as const satisfies Readonly<Record<string, readonly ConsolePage[]>>;

export type ConsoleGroup = keyof typeof CONSOLE_GROUPS;

export const CONSOLE_PAGES: readonly ConsolePage[] = Object.values(CONSOLE_GROUPS).flat();

/** Whether a page has something for the person who is signed in. */
export const isFor = ({ permission, roles }: { permission?: Permission; roles?: readonly Role[] }): boolean =>
  (!permission || may(permission)) && (!roles || isAny(...roles));
