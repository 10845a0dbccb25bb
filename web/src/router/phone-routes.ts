import type { RouteRecordRaw } from 'vue-router';
import { needTexts } from '@/i18n/i18n';
import { phoneCaseRoutes } from './case-routes';
import { outagePhone } from './outage-routes';

/** Pages for a hand, and the page that a camera opens. */
export const phoneRoutes: RouteRecordRaw = {
  path: '/m',
  component: () => import('@/shell/phone/phone-layout.vue'),
  beforeEnter: () => needTexts('phone'),
  children: [
    {
      path: '',
      component: () => import('@/shell/phone/homes/welder-home.vue'),
      beforeEnter: () => needTexts('workshops', 'cases'),
    },
    { path: 'outbox', component: () => import('@/outbox/phone/outbox-page.vue') },
    { path: 'scan', component: () => import('@/features/jobs/phone/start/scan-page.vue') },
    {
      path: 'declare',
      component: () => import('@/features/permits/phone/declare/declare-page.vue'),
      meta: { permission: 'permit.write' },
    },
    {
      path: 'apply',
      component: () => import('@/features/permits/desk/form/apply-page.vue'),
      beforeEnter: () => needTexts('console', 'permits', 'permit-desk'),
      meta: { permission: 'permit.write' },
    },
    {
      path: 'pin',
      component: () => import('@/features/registry/phone/pin-page.vue'),
      beforeEnter: () => needTexts('pin'),
      meta: { permission: 'self.write' },
    },
    {
      path: 'sites',
      component: () => import('@/features/sites/phone/sites-page.vue'),
      beforeEnter: () => needTexts('console'),
      meta: { permission: 'site.write' },
    },
    {
      path: 'watch',
      component: () => import('@/shell/phone/homes/watch-home.vue'),
      beforeEnter: () => needTexts('permits'),
      meta: { permission: 'permit.read' },
    },
    {
      path: 'approve',
      component: () => import('@/shell/phone/homes/approve-home.vue'),
      beforeEnter: () => needTexts('permits', 'photos', 'workshops', 'cases'),
      meta: { permission: 'permit.command' },
    },
    ...phoneCaseRoutes,
    {
      path: 'inspect',
      component: () => import('@/shell/phone/homes/inspect-home.vue'),
      beforeEnter: () => needTexts('permits', 'photos', 'workshops', 'cases'),
      meta: { permission: 'violation.read' },
    },
    {
      path: 'inspect/record',
      component: () => import('@/features/supervision/phone/record-page.vue'),
      meta: { permission: 'violation.write' },
    },
    {
      path: 'permits/:id',
      component: () => import('@/features/permits/phone/permit-page.vue'),
      beforeEnter: () => needTexts('permits'),
      props: true,
      meta: { permission: 'permit.read' },
    },
    {
      path: 'permits/:id/occupier',
      component: () => import('@/features/permits/phone/occupier/occupier-page.vue'),
      props: true,
      meta: { public: true },
    },
    {
      path: '/o/:id/:linkKey',
      component: () => import('@/features/permits/phone/occupier/occupier-page.vue'),
      props: true,
      meta: { public: true },
    },
    {
      path: 'photos',
      component: () => import('@/features/jobs/phone/photos/photos-page.vue'),
      beforeEnter: () => needTexts('photos'),
      meta: { permission: 'photo-check.read' },
    },
    {
      path: 'photos/:id',
      component: () => import('@/features/jobs/phone/photos/photo-page.vue'),
      beforeEnter: () => needTexts('photos'),
      props: true,
      meta: { permission: 'photo-check.read' },
    },
    {
      path: 'areas',
      component: () => import('@/features/registry/phone/areas-page.vue'),
      meta: { permission: 'area.bind' },
    },
    {
      path: 'areas/:id',
      component: () => import('@/features/registry/phone/area-page.vue'),
      props: true,
      meta: { permission: 'area.bind' },
    },
    {
      path: 'workshops',
      component: () => import('@/features/sites/phone/workshops/workshops-page.vue'),
      beforeEnter: () => needTexts('workshops'),
      meta: { permission: 'workshop.read' },
    },
    {
      path: 'jobs/:id',
      component: () => import('@/features/jobs/phone/job-page.vue'),
      beforeEnter: () => needTexts('cases'),
      props: true,
    },
    outagePhone,
    {
      path: '/c/:code',
      component: () => import('@/features/jobs/phone/start/code-page.vue'),
      props: true,
      meta: { public: true },
    },
  ],
};
