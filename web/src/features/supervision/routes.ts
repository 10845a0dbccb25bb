import type { RouteRecordRaw } from 'vue-router';

/** At the desk: cases. */
export const supervisionDesk: readonly RouteRecordRaw[] = [
  {
    path: 'violations',
    component: () => import('./desk/violations-page.vue'),
    meta: { permission: 'violation.read', words: ['supervision', 'supervision/desk'] },
  },
  {
    path: 'violations/:id',
    component: () => import('./desk/violation-detail-page.vue'),
    props: true,
    meta: { permission: 'violation.read', words: ['jobs', 'supervision', 'supervision/desk'] },
  },
];

/** On the phone: cases. */
export const supervisionPhone: readonly RouteRecordRaw[] = [
  {
    path: 'inspect/record',
    component: () => import('./phone/record-page.vue'),
    meta: { permission: 'violation.write', words: ['supervision/phone'] },
  },
  {
    path: 'violations',
    component: () => import('./phone/my-cases-page.vue'),
    meta: { permission: 'violation.read', words: ['supervision'] },
  },
  {
    path: 'violations/:id',
    component: () => import('./phone/case-page.vue'),
    props: true,
    meta: { permission: 'violation.read', words: ['jobs', 'supervision'] },
  },
];
