import './style/tokens.css';
import './style/base.css';
import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query';
import { createApp } from 'vue';
import { asProblem } from './api/problem';
import { readAhead } from './api/read-ahead';
import App from './app.vue';
import { chosenLanguage } from './i18n/language';
import { i18n, needWords } from './i18n/i18n';
import { followUpgrades } from './router/follow-upgrades';
import { router } from './router/router';

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      // Only a lost connection is worth asking again by itself; a refusal stays a refusal.
      retry: (count, error) => asProblem(error).status === 0 && count < 2,
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
});

async function start(): Promise<void> {
  followUpgrades(router);
  document.documentElement.lang = chosenLanguage();
  void readAhead(queries, window.location.pathname);
  await needWords('ui');
  createApp(App).use(i18n).use(VueQueryPlugin, { queryClient: queries }).use(router).mount('#app');
}

void start();
