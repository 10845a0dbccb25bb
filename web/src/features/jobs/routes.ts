import type { RouteRecordRaw } from 'vue-router';

/** At the desk: scanning, starting and following jobs, and checks of their photos. */
export const jobsDesk: readonly RouteRecordRaw[] = [
  {
    path: 'photos',
    component: () => import('./desk/photo-checks-page.vue'),
    meta: { permission: 'photo-check.read', words: ['jobs'] },
  },
  {
    path: 'jobs',
    component: () => import('./desk/jobs-page.vue'),
    meta: { permission: 'job.read', words: ['jobs/desk'] },
  },
];

/** On the phone: scanning, starting and following jobs, and checks of their photos. */
export const jobsPhone: readonly RouteRecordRaw[] = [
  { path: 'scan', component: () => import('./phone/start/scan-page.vue') },
  {
    path: 'photos',
    component: () => import('./phone/photos/photos-page.vue'),
    meta: { permission: 'photo-check.read', words: ['jobs'] },
  },
  {
    path: 'photos/:id',
    component: () => import('./phone/photos/photo-page.vue'),
    props: true,
    meta: { permission: 'photo-check.read', words: ['jobs'] },
  },
  {
    path: 'jobs/:id',
    component: () => import('./phone/job-page.vue'),
    props: true,
    meta: { words: ['jobs', 'jobs/phone', 'permits/phone'] },
  },
  {
    path: '/c/:code',
    component: () => import('./phone/start/code-page.vue'),
    props: true,
    meta: { public: true, words: ['jobs/phone', 'permit-views/phone'] },
  },
];
