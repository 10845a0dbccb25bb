import type { RouteRecordRaw } from 'vue-router';
import { SEATS } from '@domain/people/roles';

/** At the desk: permits on the board, in lists and on the map, and activities nearby. */
export const permitViewsDesk: readonly RouteRecordRaw[] = [
  {
    path: 'permits',
    component: () => import('./desk/permits-page.vue'),
    meta: { permission: 'permit.read', words: ['permit-views/desk', 'permits', 'permits/desk'] },
  },
  {
    path: 'approvals',
    component: () => import('./desk/approvals-page.vue'),
    meta: { permission: 'permit.command', roles: SEATS, words: ['permits', 'permits/desk'] },
  },
  {
    path: 'activities',
    component: () => import('./desk/activities/activities-page.vue'),
    meta: { permission: 'permit.read', words: ['permit-views/desk', 'permits/desk'] },
  },
];
