import type { RouteRecordRaw } from 'vue-router';

export const noticesDesk: readonly RouteRecordRaw[] = [
  {
    path: 'notices',
    component: () => import('./desk/notices-page.vue'),
    meta: { permission: 'self.read', words: ['notices'] },
  },
  {
    path: 'webhooks',
    component: () => import('./desk/webhooks-page.vue'),
    meta: { permission: 'webhook.read', words: ['notices/desk'] },
  },
];

export const noticesPhone: readonly RouteRecordRaw[] = [
  {
    path: 'notices',
    component: () => import('./phone/notices-page.vue'),
    meta: { permission: 'self.read', words: ['notices'] },
  },
  {
    path: 'notices/settings',
    component: () => import('./phone/notice-settings-page.vue'),
    meta: { permission: 'self.read', words: ['notices'] },
  },
];
