import type { RouteRecordRaw } from 'vue-router';

/** At the desk: outages and the paper that is used then. */
export const outagesDesk: readonly RouteRecordRaw[] = [
  {
    path: 'outages',
    component: () => import('./desk/outages-page.vue'),
    meta: { permission: 'paper.print', words: ['outages'] },
  },
];

/** On the phone: outages and the paper that is used then. */
export const outagesPhone: readonly RouteRecordRaw[] = [
  {
    path: 'paper',
    component: () => import('./phone/paper-page.vue'),
    props: ({ query }) => ({ number: typeof query['number'] === 'string' ? query['number'] : '' }),
    meta: { permission: 'paper.enter', words: ['outages', 'permits'] },
  },
];
