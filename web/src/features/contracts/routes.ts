import type { RouteRecordRaw } from 'vue-router';

/** At the desk: contracts with their safety agreements. */
export const contractsDesk: readonly RouteRecordRaw[] = [
  {
    path: 'contracts/:id?',
    component: () => import('./desk/contracts-page.vue'),
    props: true,
    meta: { permission: 'contract.read', words: ['contracts', 'contracts/desk'] },
  },
];
