import type { RouteRecordRaw } from 'vue-router';

/** At the desk: machines, welders, enterprises, chips and fixed places of work. */
export const registryDesk: readonly RouteRecordRaw[] = [
  {
    path: 'machines',
    component: () => import('./desk/machines/machines-page.vue'),
    meta: { permission: 'machine.read', words: ['registry/desk'] },
  },
  {
    path: 'machines/:id',
    component: () => import('./desk/machines/machine-detail-page.vue'),
    props: true,
    meta: { permission: 'machine.read', words: ['registry/desk', 'registry/desk/handovers', 'registry/desk/upkeep'] },
  },
  {
    path: 'handovers',
    component: () => import('./desk/handovers/handovers-page.vue'),
    meta: { permission: 'machine.receive', words: ['registry/desk/handovers'] },
  },
  {
    path: 'welders',
    component: () => import('./desk/welders/welders-page.vue'),
    meta: { permission: 'welder.read', words: ['registry/desk'] },
  },
  {
    path: 'welders/:id',
    component: () => import('./desk/welders/welder-detail-page.vue'),
    props: true,
    meta: {
      permission: 'welder.read',
      words: ['certificates', 'certificates/desk', 'registry/desk', 'registry/standing', 'privacy'],
    },
  },
  {
    path: 'claims',
    component: () => import('./desk/claims/claims-page.vue'),
    meta: { permission: 'employment.settle', words: ['registry/claims'] },
  },
  {
    path: 'areas',
    component: () => import('./desk/areas/areas-page.vue'),
    meta: { permission: 'area.read', words: ['registry/desk', 'sites'] },
  },
  {
    path: 'chips',
    component: () => import('./desk/chips/chips-page.vue'),
    meta: { permission: 'chip.read', words: ['registry/desk'] },
  },
  {
    path: 'chips/:chipNo',
    component: () => import('./desk/chips/chip-detail-page.vue'),
    props: true,
    meta: { permission: 'chip.read', words: ['fitting', 'wire', 'registry/desk'] },
  },
  {
    path: 'enterprises',
    component: () => import('./desk/enterprises/enterprises-page.vue'),
    meta: { permission: 'enterprise.read', words: ['registry/desk'] },
  },
  {
    path: 'enterprises/:id',
    component: () => import('./desk/enterprises/enterprise-page.vue'),
    props: true,
    meta: { permission: 'enterprise.read', words: ['registry/desk'] },
  },
];

/** On the phone: machines, welders, enterprises, chips and fixed places of work. */
export const registryPhone: readonly RouteRecordRaw[] = [
  {
    path: 'pin',
    component: () => import('./phone/pin-page.vue'),
    meta: { permission: 'self.write', words: ['registry/phone'] },
  },
  {
    path: 'standing',
    component: () => import('./phone/standing-page.vue'),
    meta: { permission: 'self.read', words: ['registry/standing'] },
  },
  {
    path: 'claims',
    component: () => import('./phone/claims-page.vue'),
    meta: { permission: 'employment.settle', words: ['registry/claims'] },
  },
  {
    path: 'employers',
    component: () => import('./phone/employers-page.vue'),
    meta: { permission: 'employment.end', words: ['registry/claims'] },
  },
  {
    path: 'handovers',
    component: () => import('./phone/handovers-page.vue'),
    meta: { permission: 'machine.receive', words: ['registry/desk/handovers'] },
  },
  {
    path: 'areas',
    component: () => import('./phone/areas-page.vue'),
    meta: { permission: 'area.bind', words: ['registry/phone'] },
  },
  {
    path: 'areas/:id',
    component: () => import('./phone/area-page.vue'),
    props: true,
    meta: { permission: 'area.bind', words: ['registry/phone'] },
  },
];
