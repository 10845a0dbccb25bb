import type { RouteRecordRaw } from 'vue-router';

/** At the desk: what was reported, and the ledger of rewards. */
export const tipsDesk: readonly RouteRecordRaw[] = [
  {
    path: 'tips/:id?',
    component: () => import('./desk/tips-page.vue'),
    props: true,
    meta: { permission: 'tip.desk', words: ['tips', 'tips/desk'] },
  },
  // whoever is sent works on the phone's page, at a desk too
  { path: 'tip-tasks/:id', redirect: ({ params }) => `/m/tip-tasks/${String(params['id'])}` },
  {
    path: 'tip-rewards',
    component: () => import('./desk/tip-rewards-page.vue'),
    meta: { permission: 'tip-reward.read', words: ['tips', 'tips/desk'] },
  },
];

/** On the phone: reporting and following without an account, and the task of whoever is sent. */
export const tipsPhone: readonly RouteRecordRaw[] = [
  {
    path: 'tip',
    component: () => import('./phone/tip-page.vue'),
    props: ({ query }) => ({ code: typeof query['code'] === 'string' ? query['code'] : '' }),
    meta: { public: true, words: ['registrations', 'tips', 'tips/phone'] },
  },
  {
    path: 'tip/follow',
    component: () => import('./phone/follow-tip-page.vue'),
    meta: { public: true, words: ['tips', 'tips/phone'] },
  },
  {
    path: 'tip-tasks/:id',
    component: () => import('./phone/tip-task-page.vue'),
    props: true,
    meta: { permission: 'tip.check', words: ['tips', 'tips/phone'] },
  },
];
