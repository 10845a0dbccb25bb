import { join } from 'node:path';
import type { TestApp } from '../../test/support/app';
import { newSite } from '../../test/support/site';
import type { Bench } from '../kit/bench';
import { summary } from '../kit/measure';
import { recordSql, replay, type Transaction } from '../kit/recorded-sql';
import { median, percent, whole } from '../kit/rounds';
import { openStage, type Stage } from '../kit/stage';
import { openWorker, type Worker } from '../kit/worker';
import type { ChipSecret } from '../load/chip-line';
import type { Flood, Flooded, FleetAsk } from '../load/fleet';
import { bindChips, importChips } from '../load/site-chips';

const CHIPS = 200;
const ROUNDS = 5;
const WARM_S = 4;
const FLOOD_S = 5;
const RECORDED_S = 3;
const BROKER_S = 3;
const URGENT_PER_SECOND = 20;
/** As many batches as the platform has under way. */
const LANES = 3;
const SIZES = [1, 10] as const;
type Size = (typeof SIZES)[number];

type Fleet = Worker<FleetAsk, Flooded | null>;
type Fleets = Readonly<Record<Size, Fleet>>;

/** What was stored in the recorded stretch, and the SQL that did it. */
interface Recorded {
  readonly messages: number;
  readonly transactions: readonly Transaction[];
}

interface Round {
  readonly platform: Flooded;
  readonly brokerPerSecond: number;
  readonly postgresPerSecond: number;
}

/** Chips over MQTT until their messages are committed, judged and acknowledged; beside it what the two parts do alone. */
export const ingest: Bench = async ({ say }) => {
  const stage = await openStage(prepare);
  const fleets: Fleets = { 1: openFleet(), 10: openFleet() };
  const bare = await openBareBroker(stage.prepared[1]);
  try {
    for (const size of SIZES)
      await fleets[size].ask({ do: 'open', broker: { port: stage.app.mqttPort }, chips: stage.prepared[size] });
    say('warming up, and recording what PostgreSQL is asked');
    const recorded = {
      1: await record(fleets[1], 1),
      10: await record(fleets[10], 10),
    };
    for (const size of SIZES) await flood(fleets[size], { seconds: WARM_S, samplesEach: size, perSecond: null });
    const rounds: Record<Size, Round[]> = { 1: [], 10: [] };
    const memory: number[] = [];
    for (let n = 0; n < ROUNDS; n += 1) {
      for (const size of SIZES) {
        const round = await takeRound(stage, fleets[size], bare.fleet, size, recorded[size]);
        rounds[size].push(round);
        say(`round ${n + 1}, ${size} a message: ${perSecondOf(round).toFixed(0)}/s, broker ${round.brokerPerSecond.toFixed(0)}/s, PostgreSQL ${round.postgresPerSecond.toFixed(0)}/s`); // prettier-ignore
      }
      memory.push(process.memoryUsage().rss / 2 ** 20);
    }
    return reportOf(rounds, memory);
  } finally {
    Object.values(fleets).forEach((fleet) => fleet.close());
    bare.close();
    await stage.close();
  }
};

async function prepare(app: TestApp): Promise<Record<Size, ChipSecret[]>> {
  const { admin, enterpriseId } = await newSite(app);
  const chips = { 1: await importChips(app, admin, CHIPS, 10_000), 10: await importChips(app, admin, CHIPS, 20_000) };
  for (const size of SIZES) await bindChips(admin, enterpriseId, chips[size]);
  return chips;
}

const openFleet = (): Fleet => openWorker(join(__dirname, '../load/fleet.ts'));

async function openBareBroker(chips: readonly ChipSecret[]): Promise<{ fleet: Fleet; close(): void }> {
  const broker = openWorker<null, number>(join(__dirname, '../load/bare-broker.ts'));
  const fleet = openFleet();
  const port = await broker.ask(null);
  await fleet.ask({ do: 'open', broker: { port }, chips, bare: true });
  return {
    fleet,
    close: () => {
      fleet.close();
      broker.close();
    },
  };
}

async function flood(fleet: Fleet, how: Flood): Promise<Flooded> {
  const flooded = await fleet.ask({ do: 'flood', ...how });
  if (flooded === null) throw new Error('nothing was sent');
  return flooded;
}

/** The first messages of a fleet, so that they can be stored once more where that fleet has said nothing but its births. */
async function record(fleet: Fleet, samplesEach: Size): Promise<Recorded> {
  const recording = recordSql();
  const { sent } = await flood(fleet, { seconds: RECORDED_S, samplesEach, perSecond: null });
  const transactions = recording.stop().filter((one) => one.some(({ text }) => text.includes('insert into samples')));
  return { messages: sent, transactions };
}

async function takeRound(
  stage: Stage<unknown>,
  fleet: Fleet,
  bare: Fleet,
  samplesEach: Size,
  recorded: Recorded,
): Promise<Round> {
  const platform = await flood(fleet, {
    seconds: FLOOD_S,
    samplesEach,
    perSecond: null,
    urgentPerSecond: URGENT_PER_SECOND,
  });
  const broker = await flood(bare, { seconds: BROKER_S, samplesEach, perSecond: null });
  const copy = await stage.copy();
  const seconds = await replay(copy.url, recorded.transactions, LANES);
  await copy.drop();
  return {
    platform,
    brokerPerSecond: broker.stored / broker.seconds,
    postgresPerSecond: recorded.messages / seconds,
  };
}

const perSecondOf = ({ platform }: Round): number => platform.stored / platform.seconds;
const limitOf = ({ brokerPerSecond, postgresPerSecond }: Round): number => Math.min(brokerPerSecond, postgresPerSecond);

function reportOf(rounds: Readonly<Record<Size, readonly Round[]>>, memory: readonly number[]) {
  const rate = (size: Size): number => median(rounds[size].map(perSecondOf));
  const share = (size: Size): number => median(rounds[size].map((round) => perSecondOf(round) / limitOf(round)));
  const times = (size: Size, of: (one: Flooded) => readonly number[]): number[] =>
    rounds[size].flatMap(({ platform }) => of(platform));
  const all = SIZES.flatMap((size) => rounds[size].map(({ platform }) => platform));
  const lost = all.reduce((total, one) => total + one.lost, 0);
  const growth = (memory.at(-1) ?? 0) - (memory[0] ?? 0);
  const row = (name: string, took: number[], perSecond: number) => summary(name, took, took.length / perSecond);
  return {
    name: 'ingest',
    work: `${CHIPS} chips on machines, a tenth of them welding, send numbered messages over MQTT (QoS 1, at most four of a chip under way) until the platform has committed, judged and acknowledged them; ${URGENT_PER_SECOND} events and births a second beside the samples. ${ROUNDS} rounds of ${FLOOD_S} s, by turns with the broker alone (the same chips, PUBACK only) and PostgreSQL alone (the transactions of a recorded stretch, on ${LANES} connections, sent whole). Rates are medians of the rounds.`,
    aim: '≥ 12,000 one-sample messages/s or ≥ 50 % of the slower limit; ≥ 60,000 samples/s; memory flat; replies, events and births before samples.',
    figures: [
      {
        name: 'one-sample messages/s',
        aim: '≥ 12,000, or ≥ 50 % of the slower limit',
        measured: whole(rate(1)),
        ratio: percent(share(1)),
        met: rate(1) >= 12_000 || share(1) >= 0.5,
      },
      {
        name: 'samples/s in ten-sample messages',
        aim: '≥ 60,000',
        measured: whole(10 * rate(10)),
        ratio: percent(share(10)),
        met: rate(10) >= 6_000,
      },
    ],
    measured: SIZES.flatMap((size) => [
      row(`samples, ${size} a message`, times(size, (one) => one.samplesTook), rate(size)), // prettier-ignore
      row(`events beside them, ${size} a message`, times(size, (one) => one.eventsTook), URGENT_PER_SECOND / 2), // prettier-ignore
      row(`births beside them, ${size} a message`, times(size, (one) => one.birthsTook), URGENT_PER_SECOND / 2), // prettier-ignore
    ]),
    notes: [
      ...SIZES.map(
        (size) =>
          `${size} a message: broker alone ${whole(median(rounds[size].map((one) => one.brokerPerSecond)))} messages/s, PostgreSQL alone ${whole(median(rounds[size].map((one) => one.postgresPerSecond)))} messages/s.`,
      ),
      `Memory of the platform’s process after each round: ${memory.map(whole).join(', ')} MiB (${growth >= 0 ? '+' : ''}${whole(growth)}).`,
      `Sent: ${whole(all.reduce((total, one) => total + one.sent, 0))} numbered messages, of which ${lost} were never acknowledged.`,
      'Milliseconds: from publishing to the acknowledgement after the commit; for births to the time that answers them.',
    ],
  };
}
