import type { RouteRecordRaw } from 'vue-router';

/** At the desk: the register counted, and the lists behind each number. */
export const inventoryDesk: readonly RouteRecordRaw[] = [
  {
    path: 'inventory',
    component: () => import('./desk/counts-page.vue'),
    meta: { permission: 'inventory.read', words: ['inventory/desk'] },
  },
  {
    path: 'inventory/machines',
    component: () => import('./desk/machines-page.vue'),
    meta: { permission: 'inventory.read', words: ['inventory/desk'] },
  },
  {
    path: 'inventory/welders',
    component: () => import('./desk/welders-page.vue'),
    meta: { permission: 'inventory.read', words: ['inventory/desk'] },
  },
];
