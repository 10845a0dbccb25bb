import type { RouteRecordRaw } from 'vue-router';
import { needTexts } from '@/i18n/i18n';

/** Cases on the phone: what was given to somebody, and one case. */
export const phoneCaseRoutes: RouteRecordRaw[] = [
  {
    path: 'violations',
    component: () => import('@/features/supervision/phone/my-cases-page.vue'),
    beforeEnter: () => needTexts('cases'),
    meta: { permission: 'violation.read' },
  },
  {
    path: 'violations/:id',
    component: () => import('@/features/supervision/phone/case-page.vue'),
    beforeEnter: () => needTexts('cases'),
    props: true,
    meta: { permission: 'violation.read' },
  },
];

/** Cases at the desk. */
export const deskCaseRoutes: RouteRecordRaw[] = [
  {
    path: 'violations',
    component: () => import('@/features/supervision/desk/violations-page.vue'),
    beforeEnter: () => needTexts('cases'),
    meta: { permission: 'violation.read' },
  },
  {
    path: 'violations/:id',
    component: () => import('@/features/supervision/desk/violation-detail-page.vue'),
    beforeEnter: () => needTexts('cases'),
    props: true,
    meta: { permission: 'violation.read' },
  },
];
