import type { RouteRecordRaw } from 'vue-router';

/** At the desk: the register counted, the lists behind each number, targets, and what has to be mended. */
export const inventoryDesk: readonly RouteRecordRaw[] = [
  {
    path: 'inventory',
    component: () => import('./desk/counts-page.vue'),
    meta: { permission: 'inventory.read', words: ['inventory', 'inventory/desk'] },
  },
  {
    path: 'inventory/machines',
    component: () => import('./desk/machines-page.vue'),
    meta: { permission: 'inventory.read', words: ['inventory', 'inventory/desk'] },
  },
  {
    path: 'inventory/welders',
    component: () => import('./desk/welders-page.vue'),
    meta: { permission: 'inventory.read', words: ['inventory', 'inventory/desk'] },
  },
  {
    path: 'quality',
    component: () => import('./desk/quality-page.vue'),
    meta: { permission: 'quality.read', words: ['inventory', 'inventory/desk'] },
  },
];

/** On the phone: what the person may mend in the register. */
export const inventoryPhone: readonly RouteRecordRaw[] = [
  {
    path: 'quality',
    component: () => import('./phone/quality-page.vue'),
    meta: { permission: 'quality.read', words: ['inventory'] },
  },
];
