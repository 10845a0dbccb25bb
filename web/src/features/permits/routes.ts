import type { RouteRecordRaw } from 'vue-router';
import { SEATS } from '@domain/people/roles';

/** At the desk: one permit, deputies and watchers’ training. */
export const permitsDesk: readonly RouteRecordRaw[] = [
  {
    path: 'permits/new',
    component: () => import('./desk/form/permit-form-page.vue'),
    meta: { permission: 'permit.write', words: ['permits', 'permits/desk'] },
  },
  {
    path: 'permits/:id',
    component: () => import('./desk/permit-detail-page.vue'),
    props: true,
    meta: { permission: 'permit.read', words: ['contracts', 'permits', 'permits/desk'] },
  },
  {
    path: 'permits/:id/edit',
    component: () => import('./desk/form/permit-form-page.vue'),
    props: true,
    meta: { permission: 'permit.write', words: ['permits', 'permits/desk'] },
  },
  {
    path: 'delegations',
    component: () => import('./desk/delegations/delegations-page.vue'),
    meta: { permission: 'permit.command', roles: SEATS, words: ['permits/desk'] },
  },
  {
    path: 'watchers',
    component: () => import('./desk/watchers/watchers-page.vue'),
    meta: { permission: 'watcher.read', words: ['permits/desk'] },
  },
];

/** On the phone: one permit, deputies and watchers’ training. */
export const permitsPhone: readonly RouteRecordRaw[] = [
  {
    path: 'declare',
    component: () => import('./phone/declare/declare-page.vue'),
    meta: { permission: 'permit.write', words: ['permits/phone', 'sites/phone'] },
  },
  {
    path: 'apply',
    component: () => import('./desk/form/apply-page.vue'),
    meta: { permission: 'permit.write', words: ['permits', 'permits/desk', 'ui/desk'] },
  },
  {
    path: 'permits/:id',
    component: () => import('./phone/permit-page.vue'),
    props: true,
    meta: { permission: 'permit.read', words: ['contracts', 'outbox/phone', 'permits', 'permits/phone'] },
  },
  {
    path: 'permits/:id/occupier',
    component: () => import('./phone/occupier/occupier-page.vue'),
    props: true,
    meta: { public: true, words: ['permits/phone'] },
  },
  {
    path: '/o/:id/:linkKey',
    component: () => import('./phone/occupier/occupier-page.vue'),
    props: true,
    meta: { public: true, words: ['permits/phone'] },
  },
];
