import type { RouteRecordRaw } from 'vue-router';
import type { Permission } from '../api/session';
import type { Role } from '../api/users';
import { needTexts } from '../i18n/i18n';
import { deskCaseRoutes, phoneCaseRoutes } from './case-routes';
import { chipRoutes } from './chip-routes';
import { SIGNATORIES } from './console-pages';
import { outageDesk, outagePhone } from './outage-routes';
import { firmRoutes } from './firm-routes';
import { ruleRoutes } from './rule-routes';

declare module 'vue-router' {
  interface RouteMeta {
    /** Open to anyone. */
    public?: boolean;
    /** The permission without which the page has nothing to show. */
    permission?: Permission;
    /** And the roles it is for, where the permission alone says too little. */
    roles?: readonly Role[];
  }
}

const phone: RouteRecordRaw = {
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

const desk: RouteRecordRaw = {
  path: '/console',
  component: () => import('../console/console-layout.vue'),
  beforeEnter: () => needTexts('console', 'permits', 'permit-desk'),
  children: [
    { path: '', component: () => import('../console/overview-page.vue'), meta: { permission: 'statistics.read' } },
    { path: 'map', component: () => import('../console/map-page.vue'), meta: { permission: 'permit.read' } },
    {
      path: 'permits',
      component: () => import('../console/permits/permits-page.vue'),
      meta: { permission: 'permit.read' },
    },
    {
      path: 'permits/new',
      component: () => import('../console/permits/permit-form-page.vue'),
      meta: { permission: 'permit.write' },
    },
    {
      path: 'permits/:id',
      component: () => import('../console/permits/permit-detail-page.vue'),
      props: true,
      meta: { permission: 'permit.read' },
    },
    {
      path: 'permits/:id/edit',
      component: () => import('../console/permits/permit-form-page.vue'),
      props: true,
      meta: { permission: 'permit.write' },
    },
    {
      path: 'approvals',
      component: () => import('../console/permits/approvals-page.vue'),
      meta: { permission: 'permit.command', roles: SIGNATORIES },
    },
    {
      path: 'delegations',
      component: () => import('../console/enterprise/delegations-page.vue'),
      meta: { permission: 'permit.command', roles: SIGNATORIES },
    },
    {
      path: 'activities',
      component: () => import('../console/enterprise/activities-page.vue'),
      meta: { permission: 'permit.read' },
    },
    {
      path: 'photos',
      component: () => import('../console/photos/photo-checks-page.vue'),
      beforeEnter: () => needTexts('photos'),
      meta: { permission: 'photo-check.read' },
    },
    {
      path: 'sites',
      component: () => import('../console/sites/sites-page.vue'),
      meta: { permission: 'site.write' },
    },
    { path: 'machines', component: () => import('../console/machines-page.vue'), meta: { permission: 'machine.read' } },
    {
      path: 'machines/:id',
      component: () => import('../console/machine-detail-page.vue'),
      props: true,
      meta: { permission: 'machine.read' },
    },
    { path: 'welders', component: () => import('../console/welders-page.vue'), meta: { permission: 'welder.read' } },
    {
      path: 'welders/:id',
      component: () => import('../console/welder-detail-page.vue'),
      props: true,
      meta: { permission: 'welder.read' },
    },
    ...deskCaseRoutes,
    { path: 'jobs', component: () => import('../console/jobs-page.vue'), meta: { permission: 'job.read' } },
    ...firmRoutes,
    {
      path: 'areas',
      component: () => import('../console/areas/areas-page.vue'),
      beforeEnter: () => needTexts('workshops'),
      meta: { permission: 'area.read' },
    },
    {
      path: 'watchers',
      component: () => import('../console/watchers/watchers-page.vue'),
      meta: { permission: 'watcher.read' },
    },
    ...chipRoutes,
    outageDesk,
    { path: 'users', component: () => import('../console/users/users-page.vue'), meta: { permission: 'user.read' } },
    ...ruleRoutes,
  ],
};

export const routes: RouteRecordRaw[] = [
  { path: '/', component: () => import('../ui/missing-page.vue'), meta: { public: true } },
  {
    path: '/no-access',
    component: () => import('../ui/missing-page.vue'),
    props: { forbidden: true },
    meta: { public: true },
  },
  { path: '/login', component: () => import('../login/login-page.vue'), meta: { public: true } },
  {
    path: '/password',
    component: () => import('../login/password-page.vue'),
    beforeEnter: () => needTexts('account'),
  },
  {
    path: '/wall',
    component: () => import('../console/wall-page.vue'),
    beforeEnter: () => needTexts('console'),
    meta: { permission: 'statistics.read' },
  },
  phone,
  desk,
  { path: '/:rest(.*)*', component: () => import('../ui/missing-page.vue'), meta: { public: true } },
];
