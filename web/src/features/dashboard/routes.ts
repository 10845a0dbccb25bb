import type { RouteRecordRaw } from 'vue-router';

/** At the desk: the region as a whole. */
export const dashboardDesk: readonly RouteRecordRaw[] = [
  {
    path: '',
    component: () => import('./desk/overview-page.vue'),
    meta: { permission: 'statistics.read', words: ['dashboard/desk'] },
  },
  {
    path: 'today',
    component: () => import('./desk/today-page.vue'),
    meta: { permission: 'self.read', words: ['dashboard'] },
  },
  {
    path: 'map',
    component: () => import('./desk/map-page.vue'),
    meta: { permission: 'permit.read', words: ['permit-views/desk'] },
  },
];

/** On the phone: a welder's own record. */
export const dashboardPhone: readonly RouteRecordRaw[] = [
  {
    path: 'record',
    component: () => import('./phone/record-page.vue'),
    meta: { permission: 'self.read', words: ['dashboard/phone'] },
  },
];
