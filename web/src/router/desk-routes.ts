import type { RouteRecordRaw } from 'vue-router';
import { needTexts } from '@/i18n/i18n';
import { deskCaseRoutes } from './case-routes';
import { chipRoutes } from './chip-routes';
import { SIGNATORIES } from '@/shell/console-pages';
import { firmRoutes } from './firm-routes';
import { outageDesk } from './outage-routes';
import { ruleRoutes } from './rule-routes';

/** Pages for a desk. */
export const deskRoutes: RouteRecordRaw = {
  path: '/console',
  component: () => import('@/shell/desk/console-layout.vue'),
  beforeEnter: () => needTexts('console', 'permits', 'permit-desk'),
  children: [
    {
      path: '',
      component: () => import('@/features/dashboard/desk/overview-page.vue'),
      meta: { permission: 'statistics.read' },
    },
    {
      path: 'map',
      component: () => import('@/features/dashboard/desk/map-page.vue'),
      meta: { permission: 'permit.read' },
    },
    {
      path: 'permits',
      component: () => import('@/features/permit-views/desk/permits-page.vue'),
      meta: { permission: 'permit.read' },
    },
    {
      path: 'permits/new',
      component: () => import('@/features/permits/desk/form/permit-form-page.vue'),
      meta: { permission: 'permit.write' },
    },
    {
      path: 'permits/:id',
      component: () => import('@/features/permits/desk/permit-detail-page.vue'),
      props: true,
      meta: { permission: 'permit.read' },
    },
    {
      path: 'permits/:id/edit',
      component: () => import('@/features/permits/desk/form/permit-form-page.vue'),
      props: true,
      meta: { permission: 'permit.write' },
    },
    {
      path: 'approvals',
      component: () => import('@/features/permit-views/desk/approvals-page.vue'),
      meta: { permission: 'permit.command', roles: SIGNATORIES },
    },
    {
      path: 'delegations',
      component: () => import('@/features/permits/desk/delegations/delegations-page.vue'),
      meta: { permission: 'permit.command', roles: SIGNATORIES },
    },
    {
      path: 'activities',
      component: () => import('@/features/permit-views/desk/activities/activities-page.vue'),
      meta: { permission: 'permit.read' },
    },
    {
      path: 'photos',
      component: () => import('@/features/jobs/desk/photo-checks-page.vue'),
      beforeEnter: () => needTexts('photos'),
      meta: { permission: 'photo-check.read' },
    },
    {
      path: 'sites',
      component: () => import('@/features/sites/desk/sites-page.vue'),
      meta: { permission: 'site.write' },
    },
    {
      path: 'machines',
      component: () => import('@/features/registry/desk/machines/machines-page.vue'),
      meta: { permission: 'machine.read' },
    },
    {
      path: 'machines/:id',
      component: () => import('@/features/registry/desk/machines/machine-detail-page.vue'),
      props: true,
      meta: { permission: 'machine.read' },
    },
    {
      path: 'welders',
      component: () => import('@/features/registry/desk/welders/welders-page.vue'),
      meta: { permission: 'welder.read' },
    },
    {
      path: 'welders/:id',
      component: () => import('@/features/registry/desk/welders/welder-detail-page.vue'),
      props: true,
      meta: { permission: 'welder.read' },
    },
    ...deskCaseRoutes,
    { path: 'jobs', component: () => import('@/features/jobs/desk/jobs-page.vue'), meta: { permission: 'job.read' } },
    ...firmRoutes,
    {
      path: 'areas',
      component: () => import('@/features/registry/desk/areas/areas-page.vue'),
      beforeEnter: () => needTexts('workshops'),
      meta: { permission: 'area.read' },
    },
    {
      path: 'watchers',
      component: () => import('@/features/permits/desk/watchers/watchers-page.vue'),
      meta: { permission: 'watcher.read' },
    },
    ...chipRoutes,
    outageDesk,
    {
      path: 'users',
      component: () => import('@/features/identity/desk/users-page.vue'),
      meta: { permission: 'user.read' },
    },
    ...ruleRoutes,
  ],
};
