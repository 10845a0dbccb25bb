import { join } from 'node:path';
import type { TestApp } from '../../test/support/app';
import { newSite } from '../../test/support/site';
import type { Bench } from '../kit/bench';
import { profile, PROFILED, profileReport } from '../kit/profile';
import { openStage } from '../kit/stage';
import { openWorker } from '../kit/worker';
import type { ChipSecret } from '../load/chip-line';
import type { Flooded, FleetAsk } from '../load/fleet';
import { bindChips, importChips } from '../load/site-chips';

const CHIPS = 200;
const WARM_S = 5;
const SECONDS = 15;

/** Where the time goes while chips pour in one-sample messages. */
export const profileIngest: Bench = async ({ say }) => {
  const stage = await openStage(prepare, {}, PROFILED);
  const fleet = openWorker<FleetAsk, Flooded | null>(join(__dirname, '../load/fleet.ts'));
  const flood = (seconds: number) => fleet.ask({ do: 'flood', seconds, samplesEach: 1, perSecond: null });
  try {
    await fleet.ask({ do: 'open', broker: { port: stage.app.mqttPort }, chips: stage.prepared });
    await flood(WARM_S);
    say('profiling');
    const { work, ...taken } = await profile(stage.app.config.databaseUrl ?? '', () => flood(SECONDS));
    return profileReport('profile-ingest', `${CHIPS} chips, a tenth of them welding, pour in one-sample messages.`, {
      ...taken,
      calls: work?.sent ?? 0,
    });
  } finally {
    fleet.close();
    await stage.close();
  }
};

async function prepare(app: TestApp): Promise<ChipSecret[]> {
  const { admin, enterpriseId } = await newSite(app);
  const chips = await importChips(app, admin, CHIPS, 10_000);
  await bindChips(admin, enterpriseId, chips);
  return chips;
}
