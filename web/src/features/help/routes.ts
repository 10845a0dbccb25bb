import type { RouteRecordRaw } from 'vue-router';

/** The duty desk. */
export const helpDesk: readonly RouteRecordRaw[] = [
  {
    path: 'help',
    component: () => import('./desk/help-page.vue'),
    meta: { permission: 'help.read', words: ['help'] },
  },
];

/** Whoever asked for help follows it here. */
export const helpPhone: readonly RouteRecordRaw[] = [
  {
    path: 'help',
    component: () => import('./phone/my-help-page.vue'),
    meta: { permission: 'help.read', words: ['help'] },
  },
  {
    path: 'help/:id',
    component: () => import('./phone/help-followed-page.vue'),
    props: true,
    meta: { permission: 'help.read', words: ['help'] },
  },
];

/** For anybody: why a sticker, what is stored, whom to call. */
export const helpPublic: readonly RouteRecordRaw[] = [
  {
    path: '/about-sticker',
    component: () => import('./about/about-sticker-page.vue'),
    props: ({ query }) => ({ code: typeof query['code'] === 'string' ? query['code'] : '' }),
    meta: { public: true, words: ['help/about'] },
  },
];
