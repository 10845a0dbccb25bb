import { execFileSync } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Broker } from '../../src/gateway/broker';
import { Sessions } from '../../src/gateway/sessions';
import type { TestApp } from '../../test/support/app';
import { signIn } from '../../test/support/site';
import type { Bench } from '../kit/bench';
import { summary, type Measured } from '../kit/measure';
import { median, whole } from '../kit/rounds';
import { openStage } from '../kit/stage';
import { openWorker, type Worker } from '../kit/worker';
import type { ChipSecret, Broker as Place } from '../load/chip-line';
import { importChips } from '../load/site-chips';
import type { Returned, SwarmAsk } from '../load/swarm';

const CHIPS = 10_000;
const ROUNDS = 5;
const BUFFERED = 3;
const LOOK_EVERY_MS = 50;
/** A certificate for `localhost`, of the tests. */
const fixture = (name: string): string => join(__dirname, '../../test/e2e/fixtures', name);

type Swarm = Worker<SwarmAsk, Returned | null>;

interface Way {
  readonly name: string;
  readonly broker: Place;
  readonly aimS: number;
  readonly rounds: Returned[];
}

/** After a power cut in a county all chips come back in the same moment. */
export const reconnect: Bench = async ({ rows, say }) => {
  const count = Math.min(rows, CHIPS);
  const mqttTlsPort = await freePort();
  const tls = { mqttTlsPort, tlsCert: fixture('gateway-tls-cert.pem'), tlsKey: fixture('gateway-tls-key.pem') };
  const stage = await openStage((app) => prepare(app, count), tls);
  const swarm: Swarm = openWorker(join(__dirname, '../load/swarm.ts'));
  const { app } = stage;
  const ways: Way[] = [
    { name: 'plain', broker: { port: app.app.get(Broker).port }, aimS: 20, rounds: [] },
    { name: 'TLS', broker: { port: mqttTlsPort, tls: true }, aimS: 60, rounds: [] },
  ];
  try {
    await swarm.ask({ do: 'meet', chips: stage.prepared });
    say('the first time, which nothing counts');
    await comeAndGo(swarm, app, ways[0]!.broker);
    for (let n = 0; n < ROUNDS; n += 1)
      for (const way of ways) {
        const returned = await comeAndGo(swarm, app, way.broker);
        way.rounds.push(returned);
        say(
          `${way.name}: ${secondsOf(returned).toFixed(1)} s, ${returned.unserved} not served, ${retriesOf(returned)} tried again`,
        );
      }
    const [row] = await app.sql<{ stored: string }>('select count(*) as stored from samples');
    return reportOf(ways, count, Number(row?.stored));
  } finally {
    swarm.close();
    await stage.close();
  }
};

async function prepare(app: TestApp, count: number): Promise<ChipSecret[]> {
  return importChips(app, await signIn(app, 'admin', app.adminPassword), count, 10_000);
}

async function comeAndGo(swarm: Swarm, app: TestApp, broker: Place): Promise<Returned> {
  const returned = (await swarm.ask({ do: 'return', broker }))!;
  await swarm.ask({ do: 'leave' });
  while (app.app.get(Sessions).size > 0) await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  return returned;
}

const secondsOf = ({ took }: Returned): number => Math.max(...took) / 1_000;

const retriesOf = ({ retries }: Returned): string =>
  Object.entries(retries)
    .map(([why, count]) => `${count} (${why})`)
    .join(' and ') || 'none';

function reportOf(ways: readonly Way[], count: number, stored: number) {
  const brought = count * BUFFERED * (1 + ways.length * ROUNDS);
  const lost = brought - stored;
  const unserved = ways.flatMap(({ rounds }) => rounds).reduce((total, one) => total + one.unserved, 0);
  const rows = ways.map(({ name, rounds }): Measured => {
    const took = rounds.flatMap((one) => one.took);
    return summary(name, took, took.length / (count / median(rounds.map(secondsOf))));
  });
  return {
    name: 'reconnect',
    work: `${whole(count)} chips that the platform knows connect in the same moment, tell of their birth and send ${BUFFERED} buffered messages each; a chip is served when it has got the time and all of its messages are acknowledged. ${ROUNDS} rounds each, plain and TLS 1.3 by turns.`,
    aim: `${whole(CHIPS)} chips: plain ≤ 20 s, TLS ≤ 60 s, nothing lost.`,
    figures: ways.map(({ name, aimS, rounds }) => {
      const seconds = median(rounds.map(secondsOf));
      return {
        name: `${whole(count)} chips at once until the last is served, ${name}`,
        aim: `≤ ${aimS} s, nothing lost`,
        measured: `${seconds.toFixed(1)} s, ${lost} lost`,
        met: seconds <= aimS && lost === 0 && unserved === 0 && count === CHIPS,
      };
    }),
    measured: rows,
    notes: [
      ...ways.map(
        ({ name, rounds }) =>
          `${name}: ${rounds.map((one) => secondsOf(one).toFixed(1)).join(', ')} s; connections tried again: ${rounds.map(retriesOf).join(', ')}.`,
      ),
      `${whole(brought)} messages were brought, ${whole(stored)} are stored; chips never served: ${unserved}.`,
      `Files that a process may open (ulimit -n): ${openFiles()}; the platform and the chips are a process each.`,
      'Milliseconds: from the moment when all began, for each chip.',
    ],
  };
}

const openFiles = (): string => execFileSync('sh', ['-c', 'ulimit -n']).toString().trim();

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
