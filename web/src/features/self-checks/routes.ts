import type { RouteRecordRaw } from 'vue-router';

/** At the desk: an enterprise's own checks, its drills, and what its people report inside. */
export const selfChecksDesk: readonly RouteRecordRaw[] = [
  {
    path: 'self-checks/:id?',
    component: () => import('./desk/self-checks-page.vue'),
    props: true,
    meta: { permission: 'self-check.read', words: ['self-checks', 'self-checks/desk'] },
  },
  {
    path: 'drills',
    component: () => import('./desk/drills-page.vue'),
    meta: { permission: 'drill.read', words: ['self-checks', 'self-checks/drills'] },
  },
  {
    path: 'internal-reports/:id?',
    component: () => import('./desk/reports-page.vue'),
    props: true,
    meta: { permission: 'internal-report.read', words: ['self-checks', 'self-checks/reports'] },
  },
];

/** On the phone: ticked, photographed and signed; reported. */
export const selfChecksPhone: readonly RouteRecordRaw[] = [
  {
    path: 'self-checks',
    component: () => import('./phone/self-checks-page.vue'),
    meta: { permission: 'self-check.read', words: ['self-checks'] },
  },
  {
    path: 'self-checks/:id',
    component: () => import('./phone/self-check-page.vue'),
    props: true,
    meta: { permission: 'self-check.read', words: ['self-checks'] },
  },
  {
    path: 'drills',
    component: () => import('./phone/drills-page.vue'),
    meta: { permission: 'drill.read', words: ['self-checks', 'self-checks/drills'] },
  },
  {
    path: 'internal-reports',
    component: () => import('./phone/reports-page.vue'),
    meta: { permission: 'internal-report.write', words: ['self-checks', 'self-checks/reports'] },
  },
  {
    path: 'internal-reports/:id',
    component: () => import('./phone/report-page.vue'),
    props: true,
    meta: { permission: 'self.read', words: ['self-checks', 'self-checks/reports'] },
  },
];
