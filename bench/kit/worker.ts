import { fork } from 'node:child_process';
import { join } from 'node:path';

const SWC = join(__dirname, '../../test/support/register-swc.cjs');

/** A process of its own: what it does takes nothing from the platform's thread. */
export interface Worker<Ask, Answer> {
  ask(what: Ask): Promise<Answer>;
  close(): void;
}

interface Said {
  readonly no: number;
  readonly answer?: unknown;
  readonly fault?: string;
}

/** `file`: a program that calls `answerAs`. */
export function openWorker<Ask, Answer>(file: string): Worker<Ask, Answer> {
  const child = fork(file, { execArgv: ['-r', SWC] });
  const waiting = new Map<number, (said: Said) => void>();
  let last = 0;
  child.on('message', (said: Said) => waiting.get(said.no)?.(said));
  child.on('exit', (code) => {
    for (const [no, tell] of waiting) tell({ no, fault: `a worker ended with ${code}` });
  });
  return {
    ask: (what) =>
      new Promise((resolve, reject) => {
        const no = (last += 1);
        waiting.set(no, ({ answer, fault }) => {
          waiting.delete(no);
          if (fault === undefined) resolve(answer as Answer);
          else reject(new Error(fault));
        });
        child.send({ no, what });
      }),
    close: () => {
      if (child.connected) child.disconnect();
    },
  };
}

/** The other side: answers what the bench asks, and ends when nobody asks any more. */
export function answerAs<Ask, Answer>(work: (what: Ask) => Promise<Answer>): void {
  process.on('message', ({ no, what }: { no: number; what: Ask }) => {
    work(what).then(
      (answer) => process.send?.({ no, answer }),
      (fault: unknown) => process.send?.({ no, fault: fault instanceof Error ? (fault.stack ?? '') : String(fault) }),
    );
  });
  process.once('disconnect', () => process.exit());
}
