import { fork, type ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { writeWorld, type World } from '../simulator/world';

export interface SimulatorOptions {
  readonly dataDir: string;
  readonly url: string;
  readonly mqttPort: number;
  readonly world: World;
  readonly say: (line: string) => void;
}

const STOP_WITHIN_MS = 2_000;
const AGAIN_AFTER_MS = 10_000;

/**
 * Chips and people in a process of their own: they use what a platform's own users would use, and their work does not slow
 * ours. The channel between the two ends with either, so that the simulator never outlives the demo, however that ends.
 */
export class Simulator {
  private child: ChildProcess | undefined;
  private again: NodeJS.Timeout | undefined;
  private stopping = false;

  constructor(private readonly options: SimulatorOptions) {}

  start(): void {
    const { dataDir, url, mqttPort, world } = this.options;
    const file = join(dataDir, 'simulator.json');
    writeWorld(file, world);
    const log = openSync(join(dataDir, 'simulator.log'), 'w', 0o600);
    const child = fork(
      join(__dirname, '../simulator/main.js'),
      [
        ...['--chips-file', file, '--url', url, '--mqtt', `mqtt://127.0.0.1:${mqttPort}`],
        ...['--scenario', 'mixed', '--seed', '7'],
      ],
      { stdio: ['ignore', log, log, 'ipc'] },
    );
    closeSync(log);
    child.once('exit', (code) => this.ended(code));
    this.child = child;
  }

  async stop(): Promise<void> {
    this.stopping = true;
    clearTimeout(this.again);
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise<void>((done) => child.once('exit', () => done()));
    const impatience = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS);
    if (child.connected) child.disconnect();
    await gone;
    clearTimeout(impatience);
  }

  private ended(code: number | null): void {
    if (this.stopping) return;
    const log = join(this.options.dataDir, 'simulator.log');
    this.options.say(
      `模拟器停止了（${code ?? '被终止'}），稍后重新启动，日志见 The simulator stopped, starting it again soon; its log: ${log}`,
    );
    this.again = setTimeout(() => this.start(), AGAIN_AFTER_MS);
  }
}
