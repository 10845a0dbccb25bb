import { fork, type ChildProcess } from 'node:child_process';
import { join, resolve } from 'node:path';
import type { Bench } from '../kit/bench';
import type { Effort } from '../kit/effort';
import { summary } from '../kit/measure';

const MOST_ROUNDS = 40;
const WARM_UP = 1;
/** Named as `paired-side` does them. */
const BURSTS = ['refused', 'allowed', 'create', 'list 50', 'samples'] as const;
export type BurstName = (typeof BURSTS)[number];

export interface Burst {
  readonly seconds: number;
  readonly calls: number;
  readonly effort: Effort;
}

/**
 * This state of the project and another one side by side, in short bursts by turns, so that a machine on which others work
 * slows both alike. The other folder needs this very `bench` folder.
 */
export const paired: Bench = async ({ rows, against, say }) => {
  const count = Math.min(rows, MOST_ROUNDS);
  if (against === undefined) throw new Error('paired asks for --against DIR');
  const [here, there] = [join(__dirname, '../..'), resolve(against)].map((root) => new Side(root)) as [Side, Side];
  try {
    await Promise.all([here.ready, there.ready]);
    const rounds: Record<string, { ours: Burst; theirs: Burst }[]> = {};
    for (let round = -WARM_UP; round < count; round += 1)
      for (const name of BURSTS) {
        const first = round % 2 === 0 ? here : there;
        const a = await first.burst(name);
        const b = await (first === here ? there : here).burst(name);
        if (round >= 0) (rounds[name] ??= []).push(first === here ? { ours: a, theirs: b } : { ours: b, theirs: a });
        say(`round ${round}: ${name}`);
      }
    const all = Object.entries(rounds);
    return {
      name: 'paired',
      work: `This commit and ${there.commit} by turns, ${count} bursts each of refused and allowed scans (20 connections), permits created and lists of 50 (10 connections), and one-sample messages of chips as fast as they are acknowledged; each side with a database server of its own.`,
      aim: 'throughput of this commit at least 0.9 of the other’s.',
      measured: all.flatMap(([name, bursts]) => [
        measured(`${name}, this commit`, bursts.map(({ ours }) => ours)), // prettier-ignore
        measured(`${name}, ${there.commit}`, bursts.map(({ theirs }) => theirs)), // prettier-ignore
      ]),
      notes: [
        'A row’s milliseconds are a burst’s time divided by its calls.',
        ...all.map(([name, bursts]) => ratioOf(name, bursts)),
      ],
    };
  } finally {
    here.close();
    there.close();
  }
};

const measured = (name: string, bursts: readonly Burst[]) =>
  summary(
    name,
    bursts.map(({ seconds, calls }) => (seconds * 1_000) / calls),
    bursts.reduce((all, { seconds, calls }) => all + seconds / calls, 0),
  );

function ratioOf(name: string, bursts: readonly { ours: Burst; theirs: Burst }[]): string {
  const median = (of: (one: Burst) => number): string => {
    const sorted = bursts.map(({ ours, theirs }) => of(theirs) / of(ours)).sort((a, b) => a - b);
    return (sorted[Math.floor(sorted.length / 2)] ?? 0).toFixed(2);
  };
  const each = (of: (effort: Effort) => number): string =>
    [(side: { ours: Burst; theirs: Burst }) => side.ours, (side: { ours: Burst; theirs: Burst }) => side.theirs]
      .map((side) => bursts.reduce((all, one) => all + of(side(one).effort) / side(one).calls, 0) / bursts.length)
      .map((mean) => mean.toFixed(2))
      .join(' and ');
  return (
    `${name}: median of the paired ratios, this commit to the other: throughput ${median(({ seconds, calls }) => seconds / calls)}, ` +
    `calls a second of processor ${median(({ effort, calls }) => (effort.nodeMs + effort.postgresMs) / calls)}; ` +
    `Node ${each(({ nodeMs }) => nodeMs)} ms, PostgreSQL ${each(({ postgresMs }) => postgresMs)} ms, ${each(({ statements }) => statements)} statements a call`
  );
}

/** A process of its own, run from the other folder with that folder's code. */
class Side {
  readonly ready: Promise<void>;
  commit = '';
  private readonly child: ChildProcess;

  constructor(root: string) {
    this.child = fork(join(root, 'bench/work/paired-side.ts'), {
      cwd: root,
      execArgv: ['-r', join(root, 'test/support/register-swc.cjs')],
    });
    this.ready = this.next<{ commit: string }>().then(({ commit }) => void (this.commit = commit));
  }

  burst(name: BurstName): Promise<Burst> {
    this.child.send(name);
    return this.next<Burst>();
  }

  close(): void {
    if (this.child.connected) this.child.disconnect();
  }

  private next<T>(): Promise<T> {
    return new Promise((done, failed) => {
      const ended = (code: number | null): void => failed(new Error(`a side ended with ${String(code)}`));
      this.child.once('exit', ended);
      this.child.once('message', (said) => {
        this.child.off('exit', ended);
        done(said as T);
      });
    });
  }
}
