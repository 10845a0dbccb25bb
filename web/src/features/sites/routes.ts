import type { RouteRecordRaw } from 'vue-router';

/** At the desk: sites and fixed work points. */
export const sitesDesk: readonly RouteRecordRaw[] = [
  {
    path: 'sites',
    component: () => import('./desk/sites-page.vue'),
    meta: { permission: 'site.write', words: ['sites', 'sites/desk'] },
  },
];

/** On the phone: sites and fixed work points. */
export const sitesPhone: readonly RouteRecordRaw[] = [
  {
    path: 'sites',
    component: () => import('./phone/sites-page.vue'),
    meta: { permission: 'site.write', words: ['sites', 'sites/phone'] },
  },
  {
    path: 'workshops',
    component: () => import('./phone/workshops/workshops-page.vue'),
    meta: { permission: 'workshop.read', words: ['sites', 'sites/phone'] },
  },
];
