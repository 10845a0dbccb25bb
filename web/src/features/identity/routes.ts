import type { RouteRecordRaw } from 'vue-router';

/** At the desk: accounts. */
export const identityDesk: readonly RouteRecordRaw[] = [
  {
    path: 'users',
    component: () => import('./desk/users-page.vue'),
    meta: { permission: 'user.read', words: ['identity/desk'] },
  },
];
