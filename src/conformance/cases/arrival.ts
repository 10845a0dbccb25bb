import type { Case } from '../case';
import { demand, shown } from '../failure';

const FIRST_WAIT_MS = 10_000;

/** From the first connection to the first time it is told. */
export const arrival: readonly Case[] = [
  {
    name: 'login',
    rule: 'client id and user name are the chip number, the password is made of the secret',
    section: 'Transport',
    run: async ({ bench }) => {
      const first = await bench.until(() => bench.logins[0] ?? null, FIRST_WAIT_MS);
      demand(first !== null, 'it never connected');
      demand(first.clientId === bench.chipNo, `the client id is "${first.clientId}", not the chip number`);
      demand(first.userName === bench.chipNo, `the user name is "${first.userName ?? ''}", not the chip number`);
      demand(/^[0-9a-f]{64}$/.test(first.password), 'the password is not 64 digits of lower-case hex');
      demand(first.admitted, 'the password is not HMAC-SHA256(secret, "hanan-mqtt-v1:" + chip number)');
    },
  },
  {
    name: 'birth',
    rule: 'after a connect it subscribes and sends a birth, with the relay open after power-up',
    section: 'birth',
    run: async ({ bench }) => {
      const birth = await bench.look(({ kind }) => kind === 'birth', 0);
      demand(birth !== null, `no birth within ${bench.patienceMs / 1_000} s of the connect`);
      demand(
        birth.body['relay'] === 'open',
        `after power-up the relay must be open, the birth says ${shown(birth.body['relay'])}`,
      );
      demand(bench.heard[0]?.kind === 'birth', `${bench.heard[0]?.kind ?? ''} came before the birth`);
    },
  },
  {
    name: 'no-time',
    rule: 'before it was told the time since this boot, it refuses every token',
    section: 'Unlock token',
    run: (trial) =>
      trial.refuses('a good token before `time`', 'unlock', { token: trial.token(trial.newJob()) }, 'no-time'),
  },
  {
    name: 'time',
    rule: 'told the time when it knew it already, it answers with a sample at once',
    section: 'commands',
    run: async (trial) => {
      trial.tellTime();
      await trial.relay();
      const from = trial.bench.mark();
      trial.tellTime();
      const sample = await trial.bench.look(({ kind }) => kind === 'samples', from);
      demand(sample !== null, 'no sample came after the second `time`: so the platform asks whether it is alive');
    },
  },
];
