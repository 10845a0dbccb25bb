import type { RouteRecordRaw } from 'vue-router';
import { needTexts } from '@/i18n/i18n';

/** Rules, special periods, holidays and roll-out of the console. */
export const ruleRoutes: RouteRecordRaw[] = [
  {
    path: 'rules',
    component: () => import('@/features/rules/desk/rules-page.vue'),
    beforeEnter: () => needTexts('rules'),
    meta: { permission: 'rule.read' },
  },
  {
    path: 'rules/special-periods',
    component: () => import('@/features/rules/desk/times/periods-page.vue'),
    beforeEnter: () => needTexts('rules'),
    meta: { permission: 'rule.read' },
  },
  {
    path: 'rules/calendar',
    component: () => import('@/features/rules/desk/times/calendar-page.vue'),
    beforeEnter: () => needTexts('rules'),
    meta: { permission: 'rule.read' },
  },
  {
    path: 'rules/roll-out',
    component: () => import('@/features/rules/desk/times/roll-out-page.vue'),
    beforeEnter: () => needTexts('rules'),
    meta: { permission: 'rule.read' },
  },
  {
    path: 'rules/:ruleKey',
    component: () => import('@/features/rules/desk/rule-detail-page.vue'),
    beforeEnter: () => needTexts('rules'),
    props: true,
    meta: { permission: 'rule.read' },
  },
];
