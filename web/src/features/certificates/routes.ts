import type { RouteRecordRaw } from 'vue-router';

/** On the phone: a welder's certificates, scanned and looked up on the spot. */
export const certificatesPhone: readonly RouteRecordRaw[] = [
  {
    path: 'welders/:id/certificates',
    component: () => import('./phone/certificates-page.vue'),
    props: true,
    meta: { permission: 'welder.read', words: ['certificates'] },
  },
];
