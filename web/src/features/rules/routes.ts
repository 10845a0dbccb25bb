import type { RouteRecordRaw } from 'vue-router';

/** At the desk: rules, special periods, holidays and roll-out. */
export const rulesDesk: readonly RouteRecordRaw[] = [
  {
    path: 'rules',
    component: () => import('./desk/rules-page.vue'),
    meta: { permission: 'rule.read', words: ['rules/desk', 'rules/desk/values'] },
  },
  {
    path: 'rules/special-periods',
    component: () => import('./desk/times/periods-page.vue'),
    meta: { permission: 'rule.read', words: ['rules/desk'] },
  },
  {
    path: 'rules/calendar',
    component: () => import('./desk/times/calendar-page.vue'),
    meta: { permission: 'rule.read', words: ['rules/desk'] },
  },
  {
    path: 'rules/roll-out',
    component: () => import('./desk/times/roll-out-page.vue'),
    meta: { permission: 'rule.read', words: ['rules/desk', 'rules/desk/times'] },
  },
  {
    path: 'rules/:ruleKey',
    component: () => import('./desk/rule-detail-page.vue'),
    props: true,
    meta: { permission: 'rule.read', words: ['rules/desk', 'rules/desk/values'] },
  },
];
