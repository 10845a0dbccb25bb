import type { RouteRecordRaw } from 'vue-router';

export const exchangeDesk: readonly RouteRecordRaw[] = [
  {
    path: 'exchange',
    component: () => import('./desk/exchange-page.vue'),
    meta: { permission: 'exchange.read', words: ['exchange/desk'] },
  },
];
