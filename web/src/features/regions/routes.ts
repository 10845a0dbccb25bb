import type { RouteRecordRaw } from 'vue-router';

/** At the desk: grids with their people. */
export const regionsDesk: readonly RouteRecordRaw[] = [
  {
    path: 'grids',
    component: () => import('./desk/grids/grids-page.vue'),
    meta: { permission: 'grid.write', words: ['regions/desk/grids'] },
  },
];
