import 'reflect-metadata';
import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { seeded } from '../domain/arcs/histories/truth';
import type { Fault, Trial } from './harness/fault';
import { Prepared } from './harness/prepared';
import { writeReport, type Tried } from './harness/report';
import { FAULTS } from './list';

const SHORT_LANES = 3;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { long: { type: 'boolean', default: false }, lanes: { type: 'string' } },
  });
  const isLong = values.long;
  const seed = Number(process.env['FAULT_SEED'] ?? randomInt(2 ** 31));
  if (!Number.isSafeInteger(seed)) throw new Error('FAULT_SEED is a whole number');
  const unknown = positionals.filter((name) => !FAULTS.some((fault) => fault.name === name));
  if (unknown.length > 0)
    throw new Error(`npm run test:faults -- [--long] [${FAULTS.map(({ name }) => name).join(' ')}]`);
  const chosen = FAULTS.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
  say(`FAULT_SEED=${seed}, ${isLong ? 'long' : 'short'} form`);
  const prepared = await Prepared.make();
  try {
    const lanes = Number(values.lanes ?? (isLong ? 1 : SHORT_LANES));
    const isAsked = positionals.length > 0;
    const tried = await inLanes(lanes, chosen, (fault) => tryFault(fault, { isLong, seed, prepared }, isAsked));
    if (isLong) say(`written to ${writeReport({ seed, tried })}`);
    const failed = tried.filter(({ failure }) => failure !== undefined);
    if (failed.length === 0) return;
    say(
      `\nFAILED: ${failed.map(({ name }) => name).join(', ')}. The same again: FAULT_SEED=${seed} npm run test:faults -- ${isLong ? '--long ' : ''}${failed.map(({ name }) => name).join(' ')}`,
    );
    process.exitCode = 1;
  } finally {
    prepared.remove();
  }
}

/** Faults wait most of their time, so several at once are done sooner. Each has an installation of its own. */
async function inLanes(
  lanes: number,
  faults: readonly Fault[],
  work: (fault: Fault) => Promise<Tried>,
): Promise<Tried[]> {
  const tried: Tried[] = [];
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < faults.length) {
      const n = next++;
      tried[n] = await work(faults[n]!);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return tried;
}

async function tryFault(fault: Fault, given: Omit<Trial, 'random' | 'say'>, isAsked: boolean): Promise<Tried> {
  const { name, title } = fault;
  const left = !given.isLong && !isAsked ? fault.inTests : undefined;
  const lacking = fault.lacks?.() ?? null;
  if (left !== undefined || lacking !== null) {
    say(`- ${name} ${title}: ${left === undefined ? `NOT TRIED, ${lacking}` : `tried by ${left}`}`);
    return { name, title, seconds: 0, ...(left === undefined ? { lacking: lacking! } : { inTests: left }) };
  }
  const from = performance.now();
  const seconds = (): number => Math.round((performance.now() - from) / 1_000);
  // each fault has numbers of its own, so that one alone meets the same moments as among all
  const random = seeded(given.seed ^ Number.parseInt(Buffer.from(name).toString('hex').slice(0, 6), 16));
  try {
    const outcome = await fault.tryIt({ ...given, random, say: (line) => say(`  ${name}: ${line}`) });
    if (outcome.lost + outcome.doubled > 0) throw new Error(`${outcome.lost} lost, ${outcome.doubled} doubled`);
    say(`✓ ${name} ${title} (${seconds()} s): ${outcome.tried}; 0 lost, 0 doubled`);
    return { name, title, seconds: seconds(), outcome };
  } catch (thrown) {
    const failure = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
    say(`✗ ${name} ${title} (${seconds()} s, FAULT_SEED=${given.seed}): ${failure}`);
    return { name, title, seconds: seconds(), failure };
  }
}

main().catch((thrown: unknown) => {
  process.stderr.write(`${thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)}\n`);
  process.exitCode = 1;
});
