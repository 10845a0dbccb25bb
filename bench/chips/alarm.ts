import { join } from 'node:path';
import type { TestApp } from '../../test/support/app';
import { newSite } from '../../test/support/site';
import type { Bench } from '../kit/bench';
import { summary } from '../kit/measure';
import { whole } from '../kit/rounds';
import { openStage } from '../kit/stage';
import { openWorker } from '../kit/worker';
import type { ChipSecret } from '../load/chip-line';
import { openSamples } from '../load/samples-beside';
import { bindChips, importChips } from '../load/site-chips';
import type { Stranger, StrangersAsk, Struck } from '../load/strangers';

const SAMPLE_CHIPS = 200;
const PER_SECOND = 10;
const ALONE = 100;
const BESIDE = 300;
const TO_WARM_UP = 50;
const LIMIT_S = 6;
const SHARE = 0.9;

interface Prepared {
  readonly listener: string;
  readonly samples: readonly ChipSecret[];
  readonly strangers: readonly Stranger[];
}

/** An arc burns on a machine on which nobody has a job: until an inspector's page hears of it. */
export const alarm: Bench = async ({ say }) => {
  const stage = await openStage(prepare);
  const { listener, samples, strangers } = stage.prepared;
  const broker = { port: stage.app.mqttPort };
  const welding = openWorker<StrangersAsk, Struck | null>(join(__dirname, '../load/strangers.ts'));
  const flood = await openSamples(broker, samples);
  const strike = async (arcs: number): Promise<Struck> =>
    (await welding.ask({ do: 'strike', perSecond: PER_SECOND, arcs }))!;
  try {
    await welding.ask({ do: 'open', url: stage.app.url, broker, strangers, listener });
    await strike(TO_WARM_UP);
    say('with nothing beside');
    const alone = await strike(ALONE);
    say('the limit of samples beside it');
    const [limit] = await Promise.all([flood.limitFor(LIMIT_S), strike(LIMIT_S * PER_SECOND)]);
    say(`at 90 % of ${whole(limit)} one-sample messages/s`);
    const [kept, busy] = await Promise.all([flood.keepUp(SHARE * limit, BESIDE / PER_SECOND + 1), strike(BESIDE)]);
    const unheard = alone.unheard + busy.unheard;
    const row = summary('arc to the event stream, at 90 % of the limit', busy.took, BESIDE / PER_SECOND);
    return {
      name: 'alarm',
      work: `${PER_SECOND} arcs a second, each on another machine with a chip and no job, timed until the event stream of an official tells of the violation. Beside them ${SAMPLE_CHIPS} chips send one-sample messages, a tenth of them welding. The limit is what the platform stores unthrottled beside the same arcs, in the same run.`,
      aim: 'at 90 % of the limit p99 ≤ 1,000 ms.',
      figures: [
        {
          name: 'arc without a job to the event stream at 90 % of the load, p99',
          aim: '≤ 1,000 ms',
          measured: `${whole(row.p99)} ms`,
          met: row.p99 <= 1_000 && unheard === 0,
        },
      ],
      measured: [summary('arc to the event stream, nothing beside', alone.took, ALONE / PER_SECOND), row],
      notes: [
        `Limit ${whole(limit)} one-sample messages/s; stored at 90 %: ${whole(kept.stored / kept.seconds)}/s.`,
        `Arcs that were not told of: ${unheard}.`,
      ],
    };
  } finally {
    welding.close();
    flood.close();
    await stage.close();
  }
};

async function prepare(app: TestApp): Promise<Prepared> {
  const { admin, enterpriseId } = await newSite(app);
  const samples = await importChips(app, admin, SAMPLE_CHIPS, 10_000);
  await bindChips(admin, enterpriseId, samples);
  const chips = await importChips(app, admin, TO_WARM_UP + ALONE + LIMIT_S * PER_SECOND + BESIDE, 20_000);
  const machines = await bindChips(admin, enterpriseId, chips);
  return {
    listener: admin.token,
    samples,
    strangers: machines.map(({ id }, n) => ({ machineId: id, chip: chips[n]! })),
  };
}
