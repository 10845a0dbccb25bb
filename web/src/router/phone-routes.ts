import type { RouteRecordRaw } from 'vue-router';
import { needTexts } from '../i18n/i18n';
import { phoneCaseRoutes } from './case-routes';
import { outagePhone } from './outage-routes';

/** Pages for a hand, and the page that a camera opens. */
export const phoneRoutes: RouteRecordRaw = {
  path: '/m',
  component: () => import('../phone/phone-layout.vue'),
  beforeEnter: () => needTexts('phone'),
  children: [
    {
      path: '',
      component: () => import('../phone/welder-home.vue'),
      beforeEnter: () => needTexts('workshops', 'cases'),
    },
    { path: 'outbox', component: () => import('../phone/outbox-page.vue') },
    { path: 'scan', component: () => import('../phone/scan-page.vue') },
    { path: 'declare', component: () => import('../phone/declare-page.vue'), meta: { permission: 'permit.write' } },
    {
      path: 'apply',
      component: () => import('../phone/apply-page.vue'),
      beforeEnter: () => needTexts('console', 'permits', 'permit-desk'),
      meta: { permission: 'permit.write' },
    },
    {
      path: 'pin',
      component: () => import('../phone/pin-page.vue'),
      beforeEnter: () => needTexts('pin'),
      meta: { permission: 'self.write' },
    },
    {
      path: 'sites',
      component: () => import('../phone/sites-page.vue'),
      beforeEnter: () => needTexts('console'),
      meta: { permission: 'site.write' },
    },
    {
      path: 'watch',
      component: () => import('../phone/watch-home.vue'),
      beforeEnter: () => needTexts('permits'),
      meta: { permission: 'permit.read' },
    },
    {
      path: 'approve',
      component: () => import('../phone/approve-home.vue'),
      beforeEnter: () => needTexts('permits', 'photos', 'workshops', 'cases'),
      meta: { permission: 'permit.command' },
    },
    ...phoneCaseRoutes,
    {
      path: 'inspect',
      component: () => import('../phone/inspect-home.vue'),
      beforeEnter: () => needTexts('permits', 'photos', 'workshops', 'cases'),
      meta: { permission: 'violation.read' },
    },
    {
      path: 'inspect/record',
      component: () => import('../phone/record-page.vue'),
      meta: { permission: 'violation.write' },
    },
    {
      path: 'permits/:id',
      component: () => import('../phone/permit-page.vue'),
      beforeEnter: () => needTexts('permits'),
      props: true,
      meta: { permission: 'permit.read' },
    },
    {
      path: 'permits/:id/occupier',
      component: () => import('../phone/occupier-page.vue'),
      props: true,
      meta: { public: true },
    },
    {
      path: '/o/:id/:linkKey',
      component: () => import('../phone/occupier-page.vue'),
      props: true,
      meta: { public: true },
    },
    {
      path: 'photos',
      component: () => import('../phone/photos/photos-page.vue'),
      beforeEnter: () => needTexts('photos'),
      meta: { permission: 'photo-check.read' },
    },
    {
      path: 'photos/:id',
      component: () => import('../phone/photos/photo-page.vue'),
      beforeEnter: () => needTexts('photos'),
      props: true,
      meta: { permission: 'photo-check.read' },
    },
    {
      path: 'areas',
      component: () => import('../phone/areas/areas-page.vue'),
      meta: { permission: 'area.bind' },
    },
    {
      path: 'areas/:id',
      component: () => import('../phone/areas/area-page.vue'),
      props: true,
      meta: { permission: 'area.bind' },
    },
    {
      path: 'workshops',
      component: () => import('../phone/workshops/workshops-page.vue'),
      beforeEnter: () => needTexts('workshops'),
      meta: { permission: 'workshop.read' },
    },
    {
      path: 'jobs/:id',
      component: () => import('../phone/job-page.vue'),
      beforeEnter: () => needTexts('cases'),
      props: true,
    },
    outagePhone,
    { path: '/c/:code', component: () => import('../phone/code-page.vue'), props: true, meta: { public: true } },
  ],
};
