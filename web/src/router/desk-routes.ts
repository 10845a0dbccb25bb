import type { RouteRecordRaw } from 'vue-router';
import { needTexts } from '../i18n/i18n';
import { deskCaseRoutes } from './case-routes';
import { chipRoutes } from './chip-routes';
import { SIGNATORIES } from './console-pages';
import { firmRoutes } from './firm-routes';
import { outageDesk } from './outage-routes';
import { ruleRoutes } from './rule-routes';

/** Pages for a desk. */
export const deskRoutes: RouteRecordRaw = {
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
