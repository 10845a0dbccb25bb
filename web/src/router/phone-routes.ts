import type { RouteRecordRaw } from 'vue-router';
import { identityPhone } from '@/features/identity/routes';
import { registrationsPhone } from '@/features/registrations/routes';
import { registryPhone } from '@/features/registry/routes';
import { collectionPhone } from '@/features/collection/routes';
import { certificatesPhone } from '@/features/certificates/routes';
import { sitesPhone } from '@/features/sites/routes';
import { permitsPhone } from '@/features/permits/routes';
import { jobsPhone } from '@/features/jobs/routes';
import { fittingPhone } from '@/features/fitting/routes';
import { helpPhone } from '@/features/help/routes';
import { supervisionPhone } from '@/features/supervision/routes';
import { trainingPhone } from '@/features/training/routes';
import { inspectionsPhone } from '@/features/inspections/routes';
import { selfChecksPhone } from '@/features/self-checks/routes';
import { tipsPhone } from '@/features/tips/routes';
import { outagesPhone } from '@/features/outages/routes';
import { noticesPhone } from '@/features/notices/routes';
import { privacyPhone } from '@/features/privacy/routes';
import { inventoryPhone } from '@/features/inventory/routes';
import { dashboardPhone } from '@/features/dashboard/routes';

/** Pages for a hand, and the page that a camera opens. */
export const phoneRoutes: RouteRecordRaw = {
  path: '/m',
  component: () => import('@/shell/phone/phone-layout.vue'),
  meta: { words: ['shell/phone'] },
  children: [
    {
      path: '',
      component: () => import('@/shell/phone/homes/welder-home.vue'),
      meta: {
        words: [
          'certificates',
          'dashboard',
          'dashboard/phone',
          'help',
          'permits/phone',
          'shell/phone/homes',
          'sites',
          'supervision',
          'training',
        ],
      },
    },
    { path: 'outbox', component: () => import('@/outbox/phone/outbox-page.vue'), meta: { words: ['outbox/phone'] } },
    {
      path: 'watch',
      component: () => import('@/shell/phone/homes/watch-home.vue'),
      meta: { permission: 'permit.read', words: ['permits', 'shell/phone/homes'] },
    },
    {
      path: 'approve',
      component: () => import('@/shell/phone/homes/approve-home.vue'),
      meta: {
        permission: 'permit.command',
        words: ['dashboard', 'jobs', 'permits', 'registry/phone', 'shell/phone/homes', 'sites', 'supervision'],
      },
    },
    {
      path: 'inspect',
      component: () => import('@/shell/phone/homes/inspect-home.vue'),
      meta: {
        permission: 'violation.read',
        words: [
          'dashboard',
          'inventory',
          'jobs',
          'permits',
          'permits/phone',
          'registrations',
          'registry/phone',
          'shell/phone/homes',
          'sites',
          'sites/phone',
          'supervision',
          'supervision/phone',
        ],
      },
    },
    ...identityPhone,
    ...registryPhone,
    ...certificatesPhone,
    ...sitesPhone,
    ...registrationsPhone,
    ...collectionPhone,
    ...permitsPhone,
    ...jobsPhone,
    ...fittingPhone,
    ...helpPhone,
    ...supervisionPhone,
    ...trainingPhone,
    ...outagesPhone,
    ...inventoryPhone,
    ...inspectionsPhone,
    ...selfChecksPhone,
    ...tipsPhone,
    ...noticesPhone,
    ...privacyPhone,
    ...dashboardPhone,
  ],
};
