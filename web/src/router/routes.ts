import type { RouteRecordRaw } from 'vue-router';
import type { Permission } from '@/api/session';
import type { Role } from '@/api/users';
import type { Words } from '@/i18n/i18n';
import { inspectionsPublic } from '@/features/inspections/routes';
import { helpPublic } from '@/features/help/routes';
import { deskRoutes } from './desk-routes';
import { phoneRoutes } from './phone-routes';

declare module 'vue-router' {
  interface RouteMeta {
    /** Open to anyone. */
    public?: boolean;
    /** The permission without which the page has nothing to show. */
    permission?: Permission;
    /** And the roles it is for, where the permission alone says too little. */
    roles?: readonly Role[];
    /** The words it shows, beside those of the layout around it. */
    words?: readonly Words[];
  }
}

export const routes: RouteRecordRaw[] = [
  { path: '/', component: () => import('@/shell/missing-page.vue'), meta: { public: true } },
  {
    path: '/no-access',
    component: () => import('@/shell/missing-page.vue'),
    props: { forbidden: true },
    meta: { public: true },
  },
  {
    path: '/login',
    component: () => import('@/features/identity/login-page.vue'),
    meta: { public: true, words: ['identity'] },
  },
  {
    path: '/password',
    component: () => import('@/features/identity/password-page.vue'),
    meta: { words: ['identity'] },
  },
  {
    path: '/second-factor',
    component: () => import('@/features/identity/factor-page.vue'),
    meta: { words: ['identity'] },
  },
  {
    path: '/sessions',
    component: () => import('@/features/identity/sessions-page.vue'),
    meta: { words: ['identity'] },
  },
  {
    path: '/wall',
    component: () => import('@/features/dashboard/desk/wall-page.vue'),
    meta: { permission: 'statistics.read', words: ['dashboard/desk'] },
  },
  ...helpPublic,
  ...inspectionsPublic,
  phoneRoutes,
  deskRoutes,
  { path: '/:rest(.*)*', component: () => import('@/shell/missing-page.vue'), meta: { public: true } },
];
