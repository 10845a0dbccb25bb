import type { Case } from '../case';
import type { Heard } from '../bench';
import { demand, shown } from '../failure';
import type { Trial } from '../trial';

const isNumbered = ({ kind }: Heard): boolean => kind === 'events' || kind === 'samples';
const seqOf = ({ body }: Heard): number => Number(body['seq']);

/** Makes the chip say something that has a number: a job begins and ends. */
async function somethingHappens(trial: Trial): Promise<readonly Heard[]> {
  const from = trial.bench.mark();
  const job = await trial.givePower();
  await trial.ask('lock', { job });
  demand((await trial.event('relay-opened', from)) !== null, 'no event relay-opened');
  return trial.bench.heard.slice(from).filter(isNumbered);
}

/** What gets lost on the way. */
export const buffer: readonly Case[] = [
  {
    name: 'lost-acks',
    rule: 'what was not acknowledged comes again after a connect, the oldest first and in the same bytes',
    section: 'Buffer',
    run: async (trial) => {
      trial.bench.leaveOutAcks();
      const told = await somethingHappens(trial);
      const from = trial.bench.mark();
      await trial.cutAndComeBack();
      for (const before of told) {
        const again = await trial.bench.look((one) => isNumbered(one) && seqOf(one) === seqOf(before), from);
        demand(again !== null, `number ${seqOf(before)} did not come again, although it was never acknowledged`);
        demand(
          again.text === before.text,
          `number ${seqOf(before)} came again with other bytes: ${again.text.slice(0, 160)}`,
        );
      }
      const order = trial.bench.heard.slice(from).filter(isNumbered).map(seqOf);
      const wanted = told.map(seqOf);
      const came = order.filter((seq) => wanted.includes(seq)).slice(0, wanted.length);
      demand(shown(came) === shown(wanted), `the oldest must come first: came ${shown(came)}, waited ${shown(wanted)}`);
    },
  },
  {
    name: 'acked',
    rule: 'what was acknowledged does not come again',
    section: 'acks',
    run: async (trial) => {
      const told = await somethingHappens(trial);
      await trial.relay(); // by then it has read the acknowledgements, too
      const from = trial.bench.mark();
      await trial.cutAndComeBack();
      await trial.relay();
      const again = trial.bench.heard
        .slice(from)
        .find((one) => isNumbered(one) && told.some((before) => seqOf(before) === seqOf(one)));
      demand(again === undefined, `number ${again ? seqOf(again) : 0} came again, although it was acknowledged`);
    },
  },
  {
    name: 'acked-in-part',
    rule: 'acknowledgements come in any order and with gaps: they free the numbers that they name, and no others',
    section: 'acks',
    run: async (trial) => {
      trial.bench.leaveOutAcks();
      const told = await somethingHappens(trial);
      const last = told.at(-1)!;
      trial.bench.acknowledge(trial.boot, seqOf(last), seqOf(last));
      await trial.relay();
      const from = trial.bench.mark();
      await trial.cutAndComeBack();
      await trial.relay();
      const again = new Set(trial.bench.heard.slice(from).filter(isNumbered).map(seqOf));
      for (const one of told.slice(0, -1))
        demand(again.has(seqOf(one)), `number ${seqOf(one)} did not come again: only ${seqOf(last)} was acknowledged`);
      demand(
        !again.has(seqOf(last)),
        `number ${seqOf(last)} came again, although it was acknowledged before the others`,
      );
    },
  },
  {
    name: 'resend',
    rule: 'numbers that are asked for come again, in the same bytes',
    section: 'commands',
    run: async (trial) => {
      trial.bench.leaveOutAcks();
      const told = await somethingHappens(trial);
      const first = told[0]!;
      const from = trial.bench.mark();
      trial.bench.command('resend', { boot: trial.boot, fromSeq: seqOf(first), toSeq: seqOf(first) });
      const again = await trial.bench.look((one) => isNumbered(one) && seqOf(one) === seqOf(first), from);
      demand(again !== null, `number ${seqOf(first)} was asked for and did not come`);
      demand(again.text === first.text, `number ${seqOf(first)} came with other bytes: ${again.text.slice(0, 160)}`);
    },
  },
  {
    name: 'line-lost',
    rule: 'a line that breaks is no reason to open the relay; boot and numbers go on',
    section: 'Safe by itself',
    run: async (trial) => {
      const job = await trial.givePower();
      const before = trial.birth.body;
      const from = trial.bench.mark();
      const birth = await trial.cutAndComeBack();
      demand(
        birth.body['relay'] === 'closed',
        'the relay opened because the line broke: a weld is not broken off for that',
      );
      demand(
        birth.body['boot'] === before['boot'],
        `boot went from ${shown(before['boot'])} to ${shown(birth.body['boot'])} without a restart`,
      );
      demand(Number(birth.body['up']) > Number(before['up']), 'up began again without a restart');
      demand((await trial.event('relay-opened', from, 0)) === null, 'the relay opened because the line broke');
      demand((await trial.ask('lock', { job }))['relay'] === 'open', 'the job was forgotten when the line broke');
    },
  },
];
