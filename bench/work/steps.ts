import 'reflect-metadata';
import { allNo } from '../../test/support/answers';
import { startApp, type TestApp } from '../../test/support/app';
import { newSite, POINT, type Site } from '../../test/support/site';
import type { Bench } from '../kit/bench';
import { openBenchDatabase } from '../kit/bench-database';
import { costOf, countEffort, spentBetween, type Effort } from '../kit/effort';
import { openHttpLoad, type HttpLoad } from '../load/http-load';
import type { Call } from '../load/http-line';
import type { Measured } from '../kit/measure';

const CLIENTS = 10;
const HOUR = 3_600_000;
/** Permits that are taken through all steps before anything counts: the first calls compile what the later ones run. */
const WARM_UP = 300;

interface Spent {
  readonly measured: Measured;
  readonly effort: Effort;
  readonly calls: number;
}

/** The steps of a permit over HTTP, with what each costs in processor time and statements. Serves to compare two commits. */
export const steps: Bench = async ({ rows, say }) => {
  const permits = Math.min(rows, 2_000);
  const database = await openBenchDatabase();
  await database.client.end();
  const app = await startApp({ requestsPerSecond: 1_000_000 });
  const count = await countEffort(app.config.databaseUrl ?? '');
  const http = openHttpLoad();
  try {
    const sites: Site[] = [];
    while (sites.length < CLIENTS) sites.push(await newSite(app));
    await takeSteps(http, app, sites, WARM_UP, count, () => undefined);
    const spent = await takeSteps(http, app, sites, permits, count, say);
    return {
      name: 'steps',
      work: `${permits} permits of ${CLIENTS} enterprises; ${CLIENTS} connections.`,
      aim: 'no step costs more than before it was rebuilt: compare two commits, one after the other, several times.',
      measured: spent.map(({ measured }) => measured),
      notes: spent.map(({ measured, effort, calls }) => costOf(measured.name, effort, calls)),
    };
  } finally {
    http.close();
    await app.close();
    await database.close();
  }
};

async function takeSteps(
  http: HttpLoad,
  app: TestApp,
  sites: Site[],
  permits: number,
  count: () => Effort,
  say: (line: string) => void,
): Promise<Spent[]> {
  const spent: Spent[] = [];
  let ids: readonly (string | null)[] = [];
  const take = async (name: string, callOf: (site: Site, id: string) => Omit<Call, 'method'>): Promise<void> => {
    say(name);
    const calls = Array.from({ length: permits }, (_, n): Call => ({ method: 'POST', ...callOf(sites[n % CLIENTS]!, ids[n] ?? '') })); // prettier-ignore
    const before = count();
    const done = await http.measure(name, { url: app.url, clients: CLIENTS, calls });
    if (ids.length === 0) ids = done.ids;
    spent.push({ measured: done.measured, effort: spentBetween(before, count()), calls: permits });
  };
  const command = (name: string, who: keyof Site & ('manager' | 'safety' | 'head' | 'watcher'), body: object = {}) =>
    take(name, (site, id) => ({ path: `/permits/${id}/commands/${name}`, body, token: site[who].token }));
  await take('create', (site) => ({ path: '/permits', body: draftOf(site), token: site.manager.token }));
  await command('submit', 'manager');
  await command('approve', 'safety');
  await command('cancel', 'manager', { reason: '测试' });
  return spent;
}

export const draftOf = (site: Site) => ({
  regime: 'general',
  enterpriseId: site.enterpriseId,
  place: { name: '测试车间', ...POINT, radiusM: 100 },
  content: '焊接支架',
  method: '焊条电弧焊',
  answers: allNo('general'),
  plannedStart: new Date(Date.now() + HOUR).toISOString(),
  plannedEnd: new Date(Date.now() + 5 * HOUR).toISOString(),
  welderIds: [site.welderId],
  machineIds: [site.machineId],
  fireWatchId: site.watcher.userId,
});
