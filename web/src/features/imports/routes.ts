import type { RouteRecordRaw } from 'vue-router';

/** At the desk: lists that come in from spreadsheets. */
export const importsDesk: readonly RouteRecordRaw[] = [
  {
    path: 'imports',
    component: () => import('./desk/imports-page.vue'),
    meta: { permission: 'import.write', words: ['imports'] },
  },
  {
    path: 'imports/:id',
    component: () => import('./desk/import-page.vue'),
    props: true,
    meta: { permission: 'import.write', words: ['imports'] },
  },
];
