import type { RouteRecordRaw } from 'vue-router';

const own = { permission: 'self.read', words: ['privacy'] } as const;

/** What the platform keeps of whoever is signed in. */
export const privacyDesk: readonly RouteRecordRaw[] = [
  {
    path: 'my-data',
    component: () => import('./desk/my-data-page.vue'),
    meta: { permission: own.permission, words: [...own.words] },
  },
];

export const privacyPhone: readonly RouteRecordRaw[] = [
  {
    path: 'my-data',
    component: () => import('./phone/my-data-page.vue'),
    meta: { permission: own.permission, words: [...own.words] },
  },
];
