import { createRouter, createWebHistory, START_LOCATION } from 'vue-router';
import { restoreSession, session } from '@/api/session';
import { needWords } from '@/i18n/i18n';
import { isFor } from '@/shell/console-pages';
import { homeOf } from '@/shell/home-of';
import { headingIsNext } from '@/shell/page-title';
import { routes } from './routes';

const PASSWORD = '/password';
const SECOND_FACTOR = '/second-factor';

export const router = createRouter({
  history: createWebHistory(),
  routes,
  // A sheet that opens or closes leaves the page beneath where it is.
  scrollBehavior: (to, from, saved) => (to.path === from.path ? false : (saved ?? { top: 0 })),
});

router.beforeEach(async (to) => {
  await restoreSession();
  const user = session.value.user;
  if (user && session.value.mustChangePassword && to.path !== PASSWORD)
    return { path: PASSWORD, query: { next: to.fullPath } };
  if (user && !session.value.mustChangePassword && session.value.secondFactorDue && to.path !== SECOND_FACTOR)
    return { path: SECOND_FACTOR, query: { next: to.fullPath } };
  if (to.path === '/') return homeOf(user);
  if (to.path === '/login' && user) return homeOf(user);
  if (to.meta.public) return true;
  // Nobody knows who it is before the platform answers; then this very page is loaded again.
  if (session.value.unreachable) return true;
  if (!user) return { path: '/login', query: { next: to.fullPath } };
  if (!isFor(to.meta)) {
    const home = homeOf(user);
    return home === to.path ? '/no-access' : home;
  }
  return true;
});

router.beforeEach((to) => needWords(...to.matched.flatMap(({ meta }) => meta.words ?? [])));

router.afterEach((to, from, failure) => {
  if (!failure && from !== START_LOCATION && to.path !== from.path) headingIsNext();
});
