import type { RouteRecordRaw } from 'vue-router';

/** The platform itself, for its administrator; the trail also for a regulator. */
export const operationsDesk: readonly RouteRecordRaw[] = [
  {
    path: 'operations',
    component: () => import('./desk/operations-page.vue'),
    meta: { permission: 'operations.read', words: ['notices', 'operations/desk'] },
  },
  {
    path: 'audit',
    component: () => import('./desk/audit-page.vue'),
    meta: { permission: 'audit.read', words: ['operations/desk'] },
  },
];
