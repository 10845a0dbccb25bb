import type { RouteRecordRaw } from 'vue-router';

/** At the desk: one enterprise on one page, with its file for an inspection. */
export const ledgerDesk: readonly RouteRecordRaw[] = [
  {
    path: 'firm/:id?',
    component: () => import('./desk/firm-page.vue'),
    props: true,
    meta: { permission: 'ledger.read', words: ['dashboard', 'ledger/desk'] },
  },
];
