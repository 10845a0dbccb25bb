import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 10_000;
const STOP_LIMIT_MS = 10_000;

/** Starts the server once more; null if that did not succeed. */
export type Relaunch = () => Promise<ChildProcess | null>;

/** A child process that is started again when it ends by itself, at once and then with longer and longer pauses. */
export class KeptAlive {
  private stopping = false;
  private restart: Promise<void> = Promise.resolve();

  constructor(
    private child: ChildProcess,
    private readonly relaunch: Relaunch,
    private readonly say: (line: string) => void,
  ) {
    this.watch(child);
    process.on('exit', this.killOnExit);
  }

  /** Fast shutdown: sessions are ended, everything committed is on disk. Returns when the process is gone. */
  async stop(): Promise<void> {
    this.stopping = true;
    process.off('exit', this.killOnExit);
    await this.restart;
    await stopChild(this.child);
  }

  private readonly killOnExit = (): void => void this.child.kill('SIGINT');

  private watch(child: ChildProcess): void {
    child.once('exit', (code, signal) => {
      if (this.stopping) return;
      this.say(`The database server ended (${signal ?? code}). It is started again.`);
      this.restart = this.startAgain();
    });
  }

  private async startAgain(): Promise<void> {
    for (let pause = FIRST_PAUSE_MS; !this.stopping; pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
      const child = await this.relaunch().catch(() => null);
      if (child) {
        this.child = child;
        this.watch(child);
        this.say('The database server runs again.');
        return;
      }
      await sleep(pause);
    }
  }
}

export const hasEnded = (child: ChildProcess): boolean =>
  child.exitCode !== null || child.signalCode !== null || child.pid === undefined;

export async function stopChild(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return;
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  child.kill('SIGINT');
  const impatience = setTimeout(() => child.kill('SIGQUIT'), STOP_LIMIT_MS);
  await ended;
  clearTimeout(impatience);
}
