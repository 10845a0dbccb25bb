import type { RouteRecordRaw } from 'vue-router';

/** At the desk: who collected what, and the rolls of blank codes. */
export const collectionDesk: readonly RouteRecordRaw[] = [
  {
    path: 'collections',
    component: () => import('./desk/collected-page.vue'),
    meta: { permission: 'collection.read', words: ['collection'] },
  },
  {
    path: 'code-rolls',
    component: () => import('./desk/rolls-page.vue'),
    meta: { permission: 'code-roll.read', words: ['collection'] },
  },
];

/** On the phone: collecting on the spot, with or without network. */
export const collectionPhone: readonly RouteRecordRaw[] = [
  {
    path: 'collect',
    component: () => import('./phone/collect-page.vue'),
    meta: { permission: 'collection.write', words: ['collection', 'outbox/phone'] },
  },
  {
    path: 'collect/machine',
    component: () => import('./phone/machine-page.vue'),
    meta: { permission: 'collection.write', words: ['collection', 'outbox/phone'] },
  },
  {
    path: 'collect/welder',
    component: () => import('./phone/welder-page.vue'),
    meta: { permission: 'collection.write', words: ['collection', 'outbox/phone'] },
  },
  {
    path: 'collect/enterprise',
    component: () => import('./phone/enterprise-page.vue'),
    meta: { permission: 'collection.write', words: ['collection', 'outbox/phone'] },
  },
];
