import type { RouteRecordRaw } from 'vue-router';

/** At the desk: what a region hands in each week and month. */
export const reportsDesk: readonly RouteRecordRaw[] = [
  {
    path: 'reports',
    component: () => import('./desk/report-page.vue'),
    meta: { permission: 'report.read', words: ['reports/desk'] },
  },
  {
    path: 'figures',
    component: () => import('./desk/figures-page.vue'),
    meta: { permission: 'statistics.read', words: ['reports/desk'] },
  },
];
