import type { RouteRecordRaw } from 'vue-router';

/** At the desk: the region as a whole. */
export const dashboardDesk: readonly RouteRecordRaw[] = [
  {
    path: '',
    component: () => import('./desk/overview-page.vue'),
    meta: { permission: 'statistics.read', words: ['dashboard/desk'] },
  },
  {
    path: 'map',
    component: () => import('./desk/map-page.vue'),
    meta: { permission: 'permit.read', words: ['permit-views/desk'] },
  },
];
