import type { RouteRecordRaw } from 'vue-router';

/** At the desk: appointments by town and what was fitted. */
export const fittingDesk: readonly RouteRecordRaw[] = [
  {
    path: 'fitting',
    component: () => import('./desk/fitting-page.vue'),
    meta: { permission: 'fitting.plan', words: ['fitting'] },
  },
];

/** On the phone: the technician before a machine. */
export const fittingPhone: readonly RouteRecordRaw[] = [
  {
    path: 'fit',
    component: () => import('./phone/fit-home.vue'),
    meta: { permission: 'machine.bind', words: ['fitting', 'shell/phone/homes'] },
  },
  {
    path: 'fit/start',
    component: () => import('./phone/fit-start.vue'),
    props: ({ query }) => ({ machineCode: typeof query['machine'] === 'string' ? query['machine'] : '' }),
    meta: { permission: 'machine.bind', words: ['fitting'] },
  },
  {
    path: 'fit/:id',
    component: () => import('./phone/fit-steps.vue'),
    props: true,
    meta: { permission: 'machine.bind', words: ['fitting'] },
  },
];
