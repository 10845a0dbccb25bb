import type { RouteRecordRaw } from 'vue-router';

/** At the desk: an enterprise's own checks. */
export const selfChecksDesk: readonly RouteRecordRaw[] = [
  {
    path: 'self-checks/:id?',
    component: () => import('./desk/self-checks-page.vue'),
    props: true,
    meta: { permission: 'self-check.read', words: ['self-checks', 'self-checks/desk'] },
  },
];

/** On the phone: ticked, photographed and signed. */
export const selfChecksPhone: readonly RouteRecordRaw[] = [
  {
    path: 'self-checks',
    component: () => import('./phone/self-checks-page.vue'),
    meta: { permission: 'self-check.read', words: ['self-checks'] },
  },
  {
    path: 'self-checks/:id',
    component: () => import('./phone/self-check-page.vue'),
    props: true,
    meta: { permission: 'self-check.read', words: ['self-checks'] },
  },
];
