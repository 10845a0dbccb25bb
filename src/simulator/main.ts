import { performance } from 'node:perf_hooks';
import { buildWorld } from './build-world';
import { HELP, readOptions, type Options } from './options';
import { PlatformClient } from './platform-client';
import { SCENARIOS } from './scenarios';
import { fetchKeys, simulate } from './simulation';
import { readWorld, writeWorld, type World } from './world';

const say = (line: string): void => void process.stdout.write(`${new Date().toISOString().slice(11, 19)} ${line}\n`);

const DEFAULT_CHIPS = 50;

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (options.help) return void process.stdout.write(HELP);
  const scenario = SCENARIOS[options.scenario];
  if (!scenario) throw new Error(`no scenario ${options.scenario}`);
  const signal = untilTold();
  const world = await worldOf(options, signal);
  const { url, mqttUrl, seed } = options;
  const flashFile = options.flashFile ?? (options.saveTo === null ? null : `${options.saveTo}.flash`);
  await simulate(
    { world, scenario, seed, url, mqttUrl, flashFile, say, ticks: () => performance.now(), now: () => Date.now() },
    signal,
  );
}

/** Ends with Ctrl-C, with a service manager, and with the demo that started it, however that ends. */
function untilTold(): AbortSignal {
  const told = new AbortController();
  const stop = (): void => {
    if (told.signal.aborted) process.exit(0);
    told.abort();
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  process.on('disconnect', stop);
  return told.signal;
}

async function worldOf(options: Options, signal: AbortSignal): Promise<World> {
  const { chipsFile, chips } = options;
  if (chipsFile !== null) {
    const world = readWorld(chipsFile);
    return chips === null ? world : { ...world, chips: world.chips.slice(0, chips) };
  }
  const password = options.adminPassword ?? process.env.ADMIN_PASSWORD;
  if (!password)
    throw new Error('Give --chips-file, or --admin-password so that chips and people can be registered. See --help.');
  await fetchKeys(options.url, signal); // the platform may still be starting
  const admin = new PlatformClient(options.url, { username: options.adminUsername, password });
  const run = Date.now().toString(36).toUpperCase().slice(-6);
  const world = await buildWorld(admin, { chips: chips ?? DEFAULT_CHIPS, seed: options.seed, run, say });
  if (options.saveTo !== null) writeWorld(options.saveTo, world);
  return world;
}

main().then(
  () => process.exit(0),
  (fault: unknown) => {
    process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
    process.exit(1);
  },
);
