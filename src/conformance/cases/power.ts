import type { Case } from '../case';
import { demand, shown } from '../failure';

/** Power comes and goes. */
export const power: readonly Case[] = [
  {
    name: 'unlock',
    rule: 'a good token closes the relay; the reply, `unlock-used` and `relay-closed` say so, with the job',
    section: 'Unlock token',
    run: async (trial) => {
      const from = trial.bench.mark();
      const job = await trial.givePower();
      for (const kind of ['unlock-used', 'relay-closed']) {
        const event = await trial.event(kind, from);
        demand(event !== null, `no event ${kind}`);
        demand(event['job'] === job, `${kind} names the job ${shown(event['job'])}, the token ${job}`);
      }
    },
  },
  {
    name: 'replayed',
    rule: 'a token opens once: sent again it is refused and changes nothing',
    section: 'Unlock token',
    run: async (trial) => {
      const job = trial.newJob();
      const token = trial.token(job);
      demand((await trial.ask('unlock', { token }))['ok'] === true, 'a good token was refused');
      await trial.refuses('the same token again', 'unlock', { token }, 'replayed');
      demand((await trial.relay()) === 'closed', 'the token that came twice took the power away');
      await trial.ask('lock', { job });
      await trial.refuses('the same token after the lock', 'unlock', { token }, 'replayed');
    },
  },
  {
    name: 'lock',
    rule: 'a lock takes its job’s power, and does no harm when it comes twice',
    section: 'commands',
    run: async (trial) => {
      const from = trial.bench.mark();
      const job = await trial.givePower();
      for (const time of ['first', 'second']) {
        const reply = await trial.ask('lock', { job, reason: 'finished' });
        demand(reply['ok'] === true && reply['relay'] === 'open', `the ${time} lock was answered with ${shown(reply)}`);
      }
      demand((await trial.event('relay-opened', from)) !== null, 'no event relay-opened');
    },
  },
  {
    name: 'lock-other',
    rule: 'a lock of another job is answered with ok and changes nothing',
    section: 'commands',
    run: async (trial) => {
      await trial.givePower();
      const reply = await trial.ask('lock', { job: trial.newJob() });
      demand(reply['ok'] === true, `it was answered with ${shown(reply)}`);
      demand(reply['relay'] === 'closed', 'another job’s lock took the power away');
    },
  },
  {
    name: 'lock-all',
    rule: 'a lock without a job opens the relay, whatever runs',
    section: 'commands',
    run: async (trial) => {
      await trial.givePower();
      const reply = await trial.ask('lock', { reason: 'no-job' });
      demand(reply['relay'] === 'open', `the relay is ${shown(reply['relay'])} after a lock without a job`);
    },
  },
  {
    name: 'handover',
    rule: 'another job at the same outlet takes over without the relay letting go',
    section: 'commands',
    run: async (trial) => {
      const first = await trial.givePower();
      const from = trial.bench.mark();
      const second = await trial.givePower();
      demand(
        (await trial.ask('lock', { job: first }))['relay'] === 'closed',
        'the job that made way still holds the relay',
      );
      demand((await trial.event('relay-opened', from, 0)) === null, 'the relay let go between the two jobs');
      demand(
        (await trial.ask('lock', { job: second }))['relay'] === 'open',
        'the second job’s lock left the relay closed',
      );
    },
  },
  {
    name: 'unknown',
    rule: 'a command it does not know is answered with `unsupported`, fields it does not know are ignored',
    section: 'Numbers and times',
    run: async (trial) => {
      await trial.refuses('the command "dance"', 'dance', { tune: 'waltz' }, 'unsupported');
      const reply = await trial.ask('lock', { job: trial.newJob(), colour: 'red', nested: { deep: [1] } });
      demand(reply['ok'] === true, `a lock with an unknown field was answered with ${shown(reply)}`);
    },
  },
];

/** By the chip's own count: a moment early is rounding, and a chip that was busy may be late. */
const IDLE_MS = [900, 5_000] as const;

/** Power goes by itself: these take their time. */
export const alone: readonly Case[] = [
  {
    name: 'until',
    rule: 'it opens by itself at `until`',
    section: 'Safe by itself',
    run: async (trial) => {
      const from = trial.bench.mark();
      await trial.givePower({ until: Math.floor(trial.now() / 1_000) + 3 });
      const opened = await trial.event('relay-opened', from, 3_000 + trial.bench.patienceMs);
      demand(opened !== null, 'the relay is still closed long after the `until` of its token');
    },
  },
  {
    name: 'idle',
    rule: 'it opens by itself after `idle` seconds without arc, and not before',
    section: 'Safe by itself',
    run: async (trial) => {
      const from = trial.bench.mark();
      await trial.givePower({ idle: 1 });
      const opened = await trial.event('relay-opened', from);
      demand(opened !== null, 'the relay is still closed after `idle` seconds without arc');
      const closed = await trial.event('relay-closed', from, 0);
      const held = Number(opened['up']) - Number(closed?.['up']);
      demand(
        held >= IDLE_MS[0] && held <= IDLE_MS[1],
        `the relay was closed for ${held} ms by its own \`up\`, \`idle\` was 1,000 ms`,
      );
    },
  },
];
