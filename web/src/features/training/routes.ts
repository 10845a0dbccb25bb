import type { RouteRecordRaw } from 'vue-router';

const query = (value: unknown): string => (typeof value === 'string' ? value : '');

/** At the desk: campaigns, coverage, sessions, question bank, schools. */
export const trainingDesk: readonly RouteRecordRaw[] = [
  {
    path: 'training',
    component: () => import('./desk/training-page.vue'),
    meta: { permission: 'training.coverage', words: ['training', 'training/practice'] },
  },
];

/** On the phone: what a welder has to do, and the trainer's class. */
export const trainingPhone: readonly RouteRecordRaw[] = [
  {
    path: 'training',
    component: () => import('./phone/my-training-page.vue'),
    meta: { permission: 'training.attend', words: ['training', 'training/practice'] },
  },
  {
    path: 'training/campaigns/:id',
    component: () => import('./phone/campaign-page.vue'),
    props: true,
    meta: { permission: 'training.attend', words: ['training'] },
  },
  {
    path: 'training/campaigns/:id/quiz',
    component: () => import('./phone/quiz-page.vue'),
    props: true,
    meta: { permission: 'training.attend', words: ['training'] },
  },
  {
    path: 'training/sign-in',
    component: () => import('./phone/sign-page.vue'),
    props: (route) => ({
      session: query(route.query['session']),
      code: query(route.query['code']),
      out: route.query['out'] === '1',
    }),
    meta: { permission: 'training.attend', words: ['training'] },
  },
  {
    path: 'training/procedures',
    component: () => import('./phone/procedures-page.vue'),
    meta: { permission: 'training.attend', words: ['training'] },
  },
  {
    path: 'training/practice',
    component: () => import('./phone/practice/practice-page.vue'),
    meta: { permission: 'practice.instruct', words: ['training', 'training/practice'] },
  },
  {
    path: 'training/teach',
    component: () => import('./phone/teach-page.vue'),
    meta: { permission: 'training.teach', words: ['training'] },
  },
  {
    path: 'training/teach/:id',
    component: () => import('./phone/session-page.vue'),
    props: true,
    meta: { permission: 'training.teach', words: ['training'] },
  },
];
