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
    meta: { permission: 'violation.read', words: ['inspections', 'jobs', 'supervision', 'supervision/desk'] },
  },
  {
    path: 'decisions/:id',
    component: () => import('./desk/replay-page.vue'),
    props: true,
    meta: {
      permission: 'decision.replay',
      words: ['supervision', 'supervision/desk'],
    },
  },
  {
    path: 'oversight',
    component: () => import('./desk/oversight-page.vue'),
    meta: { permission: 'oversight.read', words: ['supervision/desk'] },
  },
  {
    path: 'leaves',
    component: () => import('./desk/leaves-page.vue'),
    meta: { permission: 'leave.write', words: ['supervision/desk'] },
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
    meta: { permission: 'violation.read', words: ['jobs', 'supervision', 'supervision/desk'] },
  },
  {
    path: 'decisions/:id',
    component: () => import('./phone/replay-page.vue'),
    props: true,
    meta: { permission: 'decision.replay', words: ['supervision', 'supervision/desk'] },
  },
];
