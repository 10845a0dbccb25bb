import type { IconName } from '../ui/icon-paths';

/** The console's menu, in its order; a person sees the pages their permissions fill. */
export const CONSOLE_PAGES: readonly { path: string; name: string; icon: IconName; permission: string }[] = [
  { path: '/console', name: 'overview', icon: 'chart', permission: 'statistics.read' },
  { path: '/console/map', name: 'map', icon: 'pin', permission: 'permit.read' },
  { path: '/console/permits', name: 'permits', icon: 'permit', permission: 'permit.read' },
  { path: '/console/jobs', name: 'jobs', icon: 'spark', permission: 'job.read' },
  { path: '/console/violations', name: 'violations', icon: 'warn', permission: 'violation.read' },
  { path: '/console/machines', name: 'machines', icon: 'machine', permission: 'machine.read' },
  { path: '/console/welders', name: 'welders', icon: 'person', permission: 'welder.read' },
  { path: '/console/enterprises', name: 'enterprises', icon: 'building', permission: 'enterprise.read' },
  { path: '/console/chips', name: 'chips', icon: 'chip', permission: 'chip.read' },
  { path: '/console/users', name: 'users', icon: 'users', permission: 'user.read' },
];
