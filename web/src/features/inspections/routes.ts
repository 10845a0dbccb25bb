import type { RouteRecordRaw } from 'vue-router';

/** At the desk: visits, draws, figures. */
export const inspectionsDesk: readonly RouteRecordRaw[] = [
  {
    path: 'inspections/:id?',
    component: () => import('./desk/inspections-page.vue'),
    props: true,
    meta: { permission: 'inspection.read', words: ['inspections', 'inspections/desk'] },
  },
  {
    path: 'draws',
    component: () => import('./desk/draws-page.vue'),
    meta: { permission: 'inspection.read', words: ['inspections', 'inspections/desk'] },
  },
];

/** On the phone: the five steps on the spot. */
export const inspectionsPhone: readonly RouteRecordRaw[] = [
  {
    path: 'inspections/new',
    component: () => import('./phone/begin-page.vue'),
    meta: { permission: 'inspection.visit', words: ['inspections', 'inspections/phone'] },
  },
  {
    path: 'inspections/:id',
    component: () => import('./phone/visit-page.vue'),
    props: true,
    meta: { permission: 'inspection.read', words: ['inspections', 'inspections/phone'] },
  },
];

/** For anybody: a draw as it is published. */
export const inspectionsPublic: readonly RouteRecordRaw[] = [
  {
    path: '/draws/:id',
    component: () => import('./open/draw-page.vue'),
    props: true,
    meta: { public: true, words: ['inspections', 'inspections/open'] },
  },
];
