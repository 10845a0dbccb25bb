import 'reflect-metadata';
import { join } from 'node:path';
import { startApp } from '../../test/support/app';
import { newSite, type Site } from '../../test/support/site';
import { openBenchDatabase } from '../kit/bench-database';
import { countEffort, spentBetween } from '../kit/effort';
import { openWorker } from '../kit/worker';
import type { Flooded, FleetAsk } from '../load/fleet';
import { openHttpLoad } from '../load/http-load';
import { bindChips, importChips } from '../load/site-chips';
import type { Load } from '../load/http-calls';
import type { Burst, BurstName } from './paired';
import { commit } from '../kit/report';
import { draftOf } from './steps';
import { newWorkers, scanned, WELDERS_OF_A_SITE, type Worker } from '../load/welders';

const CHIPS = 100;
const FLOOD_S = 2;
const SITES = 2;
const SCANNING = SITES * WELDERS_OF_A_SITE;
const WRITING = 10;

/** One side of `paired`: does a burst when told, says what it cost, and ends when nobody asks any more. */
async function side(): Promise<void> {
  const database = await openBenchDatabase();
  await database.client.end();
  const app = await startApp({ requestsPerSecond: 1_000_000 });
  const count = await countEffort(app.config.databaseUrl ?? '');
  const http = openHttpLoad();
  const sites: Site[] = [];
  const workers: Worker[] = [];
  while (sites.length < SITES) {
    const site = await newSite(app);
    sites.push(site);
    workers.push(...(await newWorkers(app, site)));
  }
  const [{ admin, enterpriseId }] = sites as [Site];
  const chips = await importChips(app, admin, CHIPS, 10_000);
  await bindChips(admin, enterpriseId, chips);
  const fleet = openWorker<FleetAsk, Flooded | null>(join(__dirname, '../load/fleet.ts'));
  await fleet.ask({ do: 'open', broker: { port: app.mqttPort }, chips });
  const done = async (name: BurstName): Promise<Omit<Burst, 'effort'>> => {
    if (name === 'samples') {
      const flooded = await fleet.ask({ do: 'flood', seconds: FLOOD_S, samplesEach: 1, perSecond: null });
      return { seconds: flooded!.seconds, calls: flooded!.stored };
    }
    const load = { url: app.url, ...BURSTS[name](sites, workers) };
    const { measured } = await http.measure(name, load);
    return { seconds: load.calls.length / measured.perSecond, calls: load.calls.length };
  };
  process.on('message', (name: BurstName) => {
    const before = count();
    void done(name).then((burst) => process.send?.({ ...burst, effort: spentBetween(before, count()) }));
  });
  process.once('disconnect', () => {
    http.close();
    fleet.close();
    void app.close().then(() => database.close());
  });
  process.send?.({ commit: commit() });
}

const times = <T>(calls: number, of: (n: number) => T): T[] => Array.from({ length: calls }, (_, n) => of(n));

const BURSTS: Readonly<Record<Exclude<BurstName, 'samples'>, (sites: Site[], workers: Worker[]) => Omit<Load, 'url'>>> =
  {
    refused: (_, workers) => ({
      clients: SCANNING,
      inTurn: true,
      calls: times(120, (n) => {
        const stranger = workers[(n + WELDERS_OF_A_SITE) % SCANNING]!;
        return { ...scanned(workers[n % SCANNING]!, stranger.permitId), status: 403 };
      }),
    }),
    allowed: (_, workers) => ({
      clients: SCANNING,
      inTurn: true,
      calls: times(60, (n) => {
        const worker = workers[n % SCANNING]!;
        return { ...scanned(worker, worker.permitId), then: '/jobs/:id/finish' };
      }),
    }),
    create: (sites) => ({
      clients: WRITING,
      calls: times(60, (n) => {
        const site = sites[n % SITES]!;
        return { method: 'POST', path: '/permits', body: draftOf(site), token: site.manager.token };
      }),
    }),
    'list 50': (sites) => ({
      clients: WRITING,
      calls: times(60, (n) => ({
        method: 'GET',
        path: '/permits?limit=50',
        token: sites[n % SITES]!.manager.token,
      })),
    }),
  };

void side();
