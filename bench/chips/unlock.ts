import { join } from 'node:path';
import type { TestApp } from '../../test/support/app';
import { newSite, newUser } from '../../test/support/site';
import type { Bench } from '../kit/bench';
import { summary, type Measured } from '../kit/measure';
import { median, whole } from '../kit/rounds';
import { openStage } from '../kit/stage';
import { openWorker } from '../kit/worker';
import type { ChipSecret } from '../load/chip-line';
import { openSamples } from '../load/samples-beside';
import type { Scanned, Scanner, ScannersAsk } from '../load/scanners';
import { bindChips, importChips } from '../load/site-chips';
import { scanned, welderOfEach, WELDERS_OF_A_SITE } from '../load/welders';

const SAMPLE_CHIPS = 200;
const SCANNERS = 200;
const PER_SECOND = 50;
const SECONDS = 15;
const BURSTS = 5;
const SHARE = 0.9;
/** Until the platform has compiled what it runs. */
const WARM_S = 6;

interface Prepared {
  readonly listener: string;
  readonly samples: readonly ChipSecret[];
  readonly scanners: readonly Scanner[];
}

/** A welder scans, the chip gives power: at a fixed pace, alone and while samples pour in, and all welders at once. */
export const unlock: Bench = async ({ rows, say }) => {
  const count = Math.min(rows, SCANNERS);
  const perSecond = Math.ceil((PER_SECOND * count) / SCANNERS);
  const stage = await openStage((app) => prepare(app, count));
  const { listener, scanners, samples } = stage.prepared;
  const broker = { port: stage.app.mqttPort };
  const people = openWorker<ScannersAsk, Scanned | null>(join(__dirname, '../load/scanners.ts'));
  const flood = await openSamples(broker, samples);
  const scan = async (ask: ScannersAsk): Promise<Scanned> => (await people.ask(ask))!;
  try {
    await people.ask({ do: 'open', url: stage.app.url, broker, scanners, listener });
    say(`${count} welders; warming up`);
    await scan({ do: 'pace', perSecond, seconds: WARM_S });
    say('with nothing beside');
    const idle = await scan({ do: 'pace', perSecond, seconds: SECONDS });
    say('the limit of samples beside it');
    const [limit] = await Promise.all([flood.limitFor(WARM_S), scan({ do: 'pace', perSecond, seconds: WARM_S })]);
    say(`at 90 % of ${whole(limit)} one-sample messages/s`);
    const [kept, busy] = await Promise.all([
      flood.keepUp(SHARE * limit, SECONDS),
      scan({ do: 'pace', perSecond, seconds: SECONDS }),
    ]);
    const bursts: Scanned[] = [];
    while (bursts.length < BURSTS) bursts.push(await scan({ do: 'burst', scans: count }));
    return reportOf({ count, perSecond, idle, busy, bursts, limit, samplesPerSecond: kept.stored / kept.seconds });
  } finally {
    people.close();
    flood.close();
    await stage.close();
  }
};

async function prepare(app: TestApp, count: number): Promise<Prepared> {
  const site = await newSite(app);
  const samples = await importChips(app, site.admin, SAMPLE_CHIPS, 10_000);
  await bindChips(site.admin, site.enterpriseId, samples);
  const chips = await importChips(app, site.admin, count, 20_000);
  const scanners: Scanner[] = [];
  for (let from = 0; from < count; from += WELDERS_OF_A_SITE) {
    const some = chips.slice(from, from + WELDERS_OF_A_SITE);
    const machines = await bindChips(site.admin, site.enterpriseId, some);
    // nobody watches two places
    const watcher = await newUser(app, site.admin, ['fire-watcher'], { enterpriseId: site.enterpriseId });
    for (const [n, worker] of (await welderOfEach(app, { ...site, watcher }, machines)).entries()) {
      const { body, token } = scanned(worker, worker.permitId);
      scanners.push({ token, scan: body!, chip: some[n]! });
    }
  }
  return { listener: site.admin.token, samples, scanners };
}

interface Done {
  readonly count: number;
  readonly perSecond: number;
  readonly idle: Scanned;
  readonly busy: Scanned;
  readonly bursts: readonly Scanned[];
  readonly limit: number;
  readonly samplesPerSecond: number;
}

function reportOf({ count, perSecond, idle, busy, bursts, limit, samplesPerSecond }: Done) {
  const rows = (when: string, { power, told }: Scanned): [Measured, Measured] => [
    summary(`scan to power, ${when}`, power, power.length / perSecond),
    summary(`scan to the news of the job, ${when}`, told, told.length / perSecond),
  ];
  const alone = rows('nothing beside', idle);
  const beside = rows('at 90 % of the limit', busy);
  const burstS = median(bursts.map(({ seconds }) => seconds));
  const burstRow = summary('scan to power, all at once', bursts.flatMap(({ power }) => power), burstS * BURSTS); // prettier-ignore
  const refused = [idle, busy, ...bursts].reduce((total, one) => total + one.refused, 0);
  const p95 = (row: Measured): string => `${whole(row.p95)} ms`;
  return {
    name: 'unlock',
    work: `${count} welders with a machine and a chip each scan over HTTP, ${perSecond} a second whether or not the ones before are done; power is when the chip has got its signed token, closed its relay and answered. Then they finish. Beside them ${SAMPLE_CHIPS} chips send one-sample messages, a tenth of them welding. The limit is what the platform stores unthrottled beside the same scans, in the same run.`,
    aim: `p95 of scan to power ≤ 100 ms with nothing beside and ≤ 500 ms at 90 % of the limit; ${SCANNERS} at once ≤ 1 s.`,
    figures: [
      {
        name: 'scan to power, nothing beside, p95',
        aim: '≤ 100 ms',
        measured: p95(alone[0]),
        met: alone[0].p95 <= 100 && refused === 0,
      },
      {
        name: 'scan to power at 90 % of the load, p95',
        aim: '≤ 500 ms',
        measured: p95(beside[0]),
        met: beside[0].p95 <= 500 && refused === 0,
      },
      {
        name: `${count} scans at once until the last has power`,
        aim: '≤ 1 s',
        measured: `${burstS.toFixed(1)} s`,
        met: burstS <= 1 && count === SCANNERS,
      },
    ],
    measured: [...alone, ...beside, burstRow],
    notes: [
      `Limit ${whole(limit)} one-sample messages/s; stored at 90 %: ${whole(samplesPerSecond)}/s.`,
      `Scans that were refused or came to nothing: ${refused}.`,
      `${BURSTS} bursts took ${bursts.map(({ seconds }) => seconds.toFixed(2)).join(', ')} s.`,
      'Milliseconds count from the moment a scan was due, so that one that had to wait for the one before is late.',
    ],
  };
}
