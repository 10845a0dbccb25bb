import type { RouteRecordRaw } from 'vue-router';

/** At the desk: accounts. */
export const identityDesk: readonly RouteRecordRaw[] = [
  {
    path: 'users',
    component: () => import('./desk/users-page.vue'),
    meta: { permission: 'user.read', words: ['identity/desk'] },
  },
  {
    path: 'invitations',
    component: () => import('./desk/invitations-page.vue'),
    meta: { permission: 'user.invite', words: ['identity/desk'] },
  },
];

/** On the phone, without an account: an invitation, and the demo's texts. */
export const identityPhone: readonly RouteRecordRaw[] = [
  {
    path: 'join/:token',
    component: () => import('./phone/join-page.vue'),
    props: true,
    meta: { public: true, words: ['identity/phone'] },
  },
  {
    path: '/messages',
    component: () => import('./phone/messages-page.vue'),
    meta: { public: true, words: ['identity/phone'] },
  },
];
