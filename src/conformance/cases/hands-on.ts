import { setTimeout as sleep } from 'node:timers/promises';
import { oneTimeCode } from '../../domain/jobs/one-time-code';
import type { Case } from '../case';
import { demand, shown } from '../failure';
import { samplesIn } from '../trial';

const ARC_SHOWS_MS = 2_000;
const ARC_MS = 300;

/** What needs somebody at the bench. */
export const handsOn: readonly Case[] = [
  {
    name: 'arc',
    rule: 'an arc is told at once when it begins and when it ends, and samples hold its milliseconds',
    section: 'events',
    run: async (trial) => {
      const job = await trial.givePower();
      const from = trial.bench.mark();
      await trial.hands.strike(150);
      const start = await trial.event('arc-start', from);
      demand(start !== null, `no arc-start within ${ARC_SHOWS_MS / 1_000} s of the arc`);
      demand(start['job'] === job, `arc-start names the job ${shown(start['job'])}, power is on for ${job}`);
      await sleep(ARC_MS);
      await trial.hands.release();
      demand((await trial.event('arc-stop', from)) !== null, 'no arc-stop after the arc ended');
      trial.tellTime();
      const burned = await trial.bench.look(({ body }) => samplesIn(body).some(({ arcMs }) => Number(arcMs) > 0), from);
      demand(burned !== null, 'no sample holds a millisecond of the arc');
    },
  },
  {
    name: 'code',
    rule: 'a one-time code of the secret it uses now gives power, once, and the event names the next counter',
    section: 'One-time code',
    run: async (trial) => {
      const counter = Number(trial.birth.body['hotp'] ?? 0);
      const code = oneTimeCode(trial.bench.secrets[0]!, 1, counter + 2);
      const from = trial.bench.mark();
      await trial.hands.type('100000000');
      await trial.hands.type(code);
      const used = await trial.event('offline-unlock', from);
      demand(used !== null, 'the code of the counter after the next two gave no power');
      demand(used['hotp'] === counter + 3, `the event tells the counter ${shown(used['hotp'])}, the next is ${counter + 3}`);
      demand(used['hours'] === 1, `the event tells ${shown(used['hours'])} hours, the code was for 1`);
      await trial.ask('lock', { reason: 'conform' });
      const later = trial.bench.mark();
      await trial.hands.type(code);
      await trial.hands.type(oneTimeCode(trial.bench.secrets[0]!, 2, counter + 3));
      const second = await trial.event('offline-unlock', later);
      demand(second?.['hours'] === 2, second ? 'the same code opened twice' : 'the next code gave no power');
    },
  },
  {
    name: 'restart',
    rule: 'after a power cut: the next boot, relay open, no job, no time; what flash keeps is kept',
    section: 'Starts and resets',
    run: async (trial) => {
      const before = trial.birth.body;
      const held = trial.signer.jwk.kid;
      const job = await trial.givePower();
      const token = trial.token(trial.newJob());
      const from = trial.bench.mark();
      await trial.hands.powerCycle();
      const birth = await trial.bench.look(({ kind }) => kind === 'birth', from, 15_000);
      demand(birth !== null, 'it did not come back after the power cut');
      const { body } = birth;
      demand(body['boot'] === Number(before['boot']) + 1, `boot is ${shown(body['boot'])} after ${shown(before['boot'])}: it counts one on at each start`);
      demand(body['relay'] === 'open', 'the relay is closed after a power cut');
      demand(Number(body['up']) < Number(before['up']) + 60_000, 'up did not begin anew');
      if (Array.isArray(body['keys'])) demand(shown(body['keys']) === shown([held]), `it holds the keys ${shown(body['keys'])}, before the power cut ${shown([held])}`);
      await trial.refuses('a token of the boot before', 'unlock', { token }, 'wrong-boot');
      await trial.refuses('a token before it was told the time', 'unlock', { token: trial.token(trial.newJob()) }, 'no-time');
      trial.tellTime();
      demand((await trial.ask('lock', { job }))['ok'] === true, 'the lock of the job before was refused');
      const first = await trial.bench.look(({ kind, body: said }) => (kind === 'events' || kind === 'samples') && said['boot'] === body['boot'], from);
      demand(first !== null && first.body['seq'] === 1, `the first number of the new boot is ${shown(first?.body['seq'])}, must be 1`);
      await trial.givePower();
    },
  },
]; // prettier-ignore
