import type { TestApp } from '../../test/support/app';
import { newSite } from '../../test/support/site';
import type { Bench } from '../kit/bench';
import { profile, PROFILED, profileReport } from '../kit/profile';
import { openStage } from '../kit/stage';
import { openHttpLoad } from '../load/http-load';
import { newWorkers, WELDERS_OF_A_SITE, type Worker } from '../load/welders';
import { allowedScan, callsOf, refusedScan } from './scan-calls';

const SITES = 2;
const CLIENTS = SITES * WELDERS_OF_A_SITE;
const CALLS = 1_000;

/** Where the time goes while welders scan: as many refusals as starts, each start with its finish. */
export const profileScan: Bench = async ({ rows, say }) => {
  const amount = Math.min(rows, CALLS);
  const stage = await openStage(prepare, {}, PROFILED);
  const { app, prepared: workers } = stage;
  const http = openHttpLoad();
  const scan = async (calls: number): Promise<void> => {
    for (const scanOf of [refusedScan, allowedScan])
      await http.measure('scan', {
        url: app.url,
        clients: CLIENTS,
        calls: callsOf(workers, CLIENTS, calls, scanOf),
        inTurn: true,
      });
  };
  try {
    await scan(Math.ceil(amount / 4));
    say('profiling');
    const taken = await profile(app.config.databaseUrl ?? '', () => scan(amount));
    return profileReport('profile-scan', `${amount} refused scans, then ${amount} starts with their finish, ${CLIENTS} at a time.`, { ...taken, calls: 2 * amount }); // prettier-ignore
  } finally {
    http.close();
    await stage.close();
  }
};

async function prepare(app: TestApp): Promise<Worker[]> {
  const workers: Worker[] = [];
  while (workers.length < CLIENTS) workers.push(...(await newWorkers(app, await newSite(app))));
  return workers;
}
