import type { RouteRecordRaw } from 'vue-router';

const ofReports = { words: ['self-checks', 'self-checks/reports'] };
const ofDrills = { permission: 'drill.read', words: ['self-checks', 'self-checks/drills'] } as const;

/** At the desk: an enterprise's own checks, its drills, and what its people report inside. */
export const selfChecksDesk: readonly RouteRecordRaw[] = [
  {
    path: 'self-checks/:id?',
    component: () => import('./desk/self-checks-page.vue'),
    props: true,
    meta: { permission: 'self-check.read', words: ['self-checks', 'self-checks/desk'] },
  },
  { path: 'drills', component: () => import('./desk/drills-page.vue'), meta: ofDrills },
  {
    path: 'internal-reports/:id?',
    component: () => import('./desk/reports-page.vue'),
    props: true,
    meta: { permission: 'internal-report.read', ...ofReports },
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
  { path: 'drills', component: () => import('./phone/drills-page.vue'), meta: ofDrills },
  {
    path: 'internal-reports',
    component: () => import('./phone/reports-page.vue'),
    meta: { permission: 'internal-report.write', ...ofReports },
  },
  {
    path: 'internal-reports/:id',
    component: () => import('./phone/report-page.vue'),
    props: true,
    meta: { permission: 'self.read', ...ofReports },
  },
];
