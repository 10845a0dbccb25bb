import type { RouteRecordRaw } from 'vue-router';

/** What the platform keeps of whoever is signed in. */
export const privacyDesk: readonly RouteRecordRaw[] = [
  {
    path: 'my-data',
    component: () => import('./desk/my-data-page.vue'),
    meta: { permission: 'self.read', words: ['privacy'] },
  },
  {
    path: 'erasures',
    component: () => import('./desk/erasures-page.vue'),
    meta: { permission: 'erasure.decide', words: ['privacy'] },
  },
];

export const privacyPhone: readonly RouteRecordRaw[] = [
  {
    path: 'my-data',
    component: () => import('./phone/my-data-page.vue'),
    meta: { permission: 'self.read', words: ['privacy'] },
  },
];
