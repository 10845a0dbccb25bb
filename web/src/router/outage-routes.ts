import type { RouteRecordRaw } from 'vue-router';
import { needTexts } from '@/i18n/i18n';

/** Outages at the desk. */
export const outageDesk: RouteRecordRaw = {
  path: 'outages',
  component: () => import('@/features/outages/desk/outages-page.vue'),
  beforeEnter: () => needTexts('outages'),
  meta: { permission: 'paper.print' },
};

/** The form's QR code leads here. */
export const outagePhone: RouteRecordRaw = {
  path: 'paper',
  component: () => import('@/features/outages/phone/paper-page.vue'),
  beforeEnter: () => needTexts('outages', 'permits'),
  props: ({ query }) => ({ number: typeof query['number'] === 'string' ? query['number'] : '' }),
  meta: { permission: 'paper.enter' },
};
