import type { RouteRecordRaw } from 'vue-router';

/** Chips in stock and on machines, and each of them. */
export const chipRoutes: readonly RouteRecordRaw[] = [
  { path: 'chips', component: () => import('../console/chips-page.vue'), meta: { permission: 'chip.read' } },
  {
    path: 'chips/:chipNo',
    component: () => import('../console/chips/chip-detail-page.vue'),
    props: true,
    meta: { permission: 'chip.read' },
  },
];
