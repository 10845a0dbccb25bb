import type { RouteRecordRaw } from 'vue-router';

/** The firms of a region, and one of them. */
export const firmRoutes: RouteRecordRaw[] = [
  {
    path: 'enterprises',
    component: () => import('@/features/registry/desk/enterprises/enterprises-page.vue'),
    meta: { permission: 'enterprise.read' },
  },
  {
    path: 'enterprises/:id',
    component: () => import('@/features/registry/desk/enterprises/enterprise-page.vue'),
    props: true,
    meta: { permission: 'enterprise.read' },
  },
];
