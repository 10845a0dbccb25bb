import type { RouteRecordRaw } from 'vue-router';

/** Chips in stock and on machines, and each of them. */
export const chipRoutes: readonly RouteRecordRaw[] = [
  {
    path: 'chips',
    component: () => import('@/features/registry/desk/chips/chips-page.vue'),
    meta: { permission: 'chip.read' },
  },
  {
    path: 'chips/:chipNo',
    component: () => import('@/features/registry/desk/chips/chip-detail-page.vue'),
    props: true,
    meta: { permission: 'chip.read' },
  },
];
