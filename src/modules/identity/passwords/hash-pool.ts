import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { RefusalError, unavailable } from '../../../kernel/refusal';
import { FairQueue } from './fair-queue';

export type HashTask =
  | { readonly kind: 'hash'; readonly password: string }
  | { readonly kind: 'verify'; readonly password: string; readonly stored: string };

/** Who waits for a hash: `trusted` goes first (signed in, or a device that signed in before). */
export interface Waiting {
  readonly from: string;
  readonly trusted: boolean;
}

/** Of the queue when it is full; by then most of those before have had their turn. */
const RETRY_AFTER_SECONDS = 2;
export const BUSY = { params: { retryAfter: RETRY_AFTER_SECONDS }, extra: { retryAfter: RETRY_AFTER_SECONDS } };
/** OWASP's second choice for Argon2id: 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 };

/**
 * The code of a worker, as text: it must load alike from the build and under a test's compiler. On Linux niceness belongs
 * to the thread, so answering requests goes before hashing.
 */
const WORKER = `
const { parentPort, workerData } = require('node:worker_threads');
const { hashSync, verifySync } = require(workerData.argon2);
if (process.platform === 'linux') try { require('node:os').setPriority(0, 10); } catch {}
parentPort.on('message', (task) => {
  try {
    const value = task.kind === 'hash' ? hashSync(task.password, workerData.cost) : verifySync(task.stored, task.password);
    parentPort.postMessage({ value });
  } catch (fault) { parentPort.postMessage({ fault: String(fault) }); }
});`;

interface Job {
  readonly task: HashTask;
  readonly done: (value: string | boolean) => void;
  readonly fail: (fault: Error) => void;
}

interface Answer {
  readonly value?: string | boolean;
  readonly fault?: string;
}

/** Hashes passwords beside the main path, as many at once as leave a core for everything else, and queues no more than can be served. */
@Injectable()
export class HashPool implements OnApplicationShutdown {
  private readonly queue = new FairQueue<Job>();
  private readonly idle: Worker[] = [];
  private readonly workers = new Set<Worker>();

  run(task: HashTask, { from, trusted }: Waiting): Promise<string | boolean> {
    return new Promise((done, fail) => {
      const refused = this.queue.add({ task, done, fail }, trusted ? null : from);
      refused?.fail(new RefusalError(unavailable('login.busy', BUSY)));
      this.serve();
    });
  }

  /** Once no request is under way: whoever is being signed in as the platform stops is still answered. */
  async onApplicationShutdown(): Promise<void> {
    await Promise.all([...this.workers].map((worker) => worker.terminate()));
  }

  private serve(): void {
    const worker = this.idle.pop() ?? this.oneMore();
    if (!worker) return;
    const job = this.queue.next();
    if (!job) return void this.idle.push(worker);
    const settle = (): void => {
      worker.off('message', answered).off('exit', died);
    };
    const answered = ({ value, fault }: Answer): void => {
      settle();
      if (value === undefined) job.fail(new Error(`a password could not be hashed: ${fault}`));
      else job.done(value);
      this.idle.push(worker);
      this.serve();
    };
    const died = (): void => {
      settle();
      job.fail(new Error('the password worker ended'));
    };
    worker.on('message', answered).on('exit', died);
    worker.postMessage(job.task);
  }

  private oneMore(): Worker | null {
    if (this.workers.size >= Math.max(1, availableParallelism() - 1)) return null;
    const worker = new Worker(WORKER, {
      eval: true,
      workerData: { argon2: require.resolve('@node-rs/argon2'), cost: COST },
    });
    worker.unref();
    worker.on('error', () => undefined); // its exit follows and fails the job
    worker.on('exit', () => {
      this.workers.delete(worker);
      const at = this.idle.indexOf(worker);
      if (at >= 0) this.idle.splice(at, 1);
    });
    this.workers.add(worker);
    return worker;
  }
}
