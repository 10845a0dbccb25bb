import type { Case } from '../case';
import { demand, shown } from '../failure';
import { samplesIn } from '../trial';

const SET = { sampleMs: 1_000, idleSampleMs: 30_000, arcFromA: 5, arcPauseMs: 200 };

export const settings: readonly Case[] = [
  {
    name: 'configure',
    rule: '`configure` sets the intervals, and the reply tells the number',
    section: 'configure',
    run: async (trial) => {
      const no = Number(trial.birth.body['settings'] ?? 0) + 10;
      const reply = await trial.ask('configure', { no, ...SET });
      demand(reply['ok'] === true && reply['settings'] === no, `it was answered with ${shown(reply)}, must be ok with settings ${no}`);
      await trial.givePower();
      const from = trial.bench.mark();
      const full = await trial.bench.look(({ body }) => samplesIn(body).some(({ ms }) => Math.abs(Number(ms) - SET.sampleMs) <= 250), from);
      demand(full !== null, 'no sample of one second came with power, although `sampleMs` is 1,000 now');
      const older = await trial.ask('configure', { no: no - 5, ...SET, sampleMs: 9_000 });
      demand(older['ok'] === true && older['settings'] === no, `settings with a lower number were answered with ${shown(older)}`);
    },
  },
  {
    name: 'limits',
    rule: 'settings beyond the limits of the page are refused and change nothing',
    section: 'configure',
    run: async (trial) => {
      const no = Number(trial.birth.body['settings'] ?? 0) + 20;
      const wrong = { 'a threshold of 500 A, which would hide every arc': { arcFromA: 500 }, 'a sample each hour': { sampleMs: 3_600_000 }, 'no heartbeat': { idleSampleMs: null } };
      for (const [what, part] of Object.entries(wrong))
        await trial.refuses(what, 'configure', { no, ...SET, ...part }, 'bad-value');
    },
  },
]; // prettier-ignore
