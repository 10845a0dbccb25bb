import type { RouteRecordRaw } from 'vue-router';

/** At the desk: who registered. */
export const registrationsDesk: readonly RouteRecordRaw[] = [
  {
    path: 'registrations',
    component: () => import('./desk/registrations-page.vue'),
    meta: { permission: 'registration.read', words: ['registrations'] },
  },
];

/** On the phone: registering without an account, and whom the grid worker confirms. */
export const registrationsPhone: readonly RouteRecordRaw[] = [
  {
    path: 'register',
    component: () => import('./phone/register-page.vue'),
    meta: { public: true, words: ['registrations'] },
  },
  {
    path: 'registrations',
    component: () => import('./phone/registrations-page.vue'),
    meta: { permission: 'registration.read', words: ['registrations'] },
  },
];
