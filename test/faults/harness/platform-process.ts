import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import supertest from 'supertest';

const ROOT = join(__dirname, '../../..');
/** What `npm start` runs. */
const BUILT: readonly string[] = [join(ROOT, 'dist/src/main.js')];
const START_LIMIT_MS = 120_000;

export interface Launch {
  readonly environment: Readonly<Record<string, string>>;
  /** Where the log goes. */
  readonly logFile: string;
  /** Arguments of node, for another version than this tree's. */
  readonly program?: readonly string[];
}

/** The product as `npm start` runs it, from its build, in a process of its own. */
export class PlatformProcess {
  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
    private readonly logFile: string,
  ) {}

  static async start({ environment, logFile, program = BUILT }: Launch): Promise<PlatformProcess> {
    const file = program.at(-1) ?? '';
    if (!existsSync(file)) throw new Error(`${file} is missing: npm run build:server`);
    const child = spawn(process.execPath, program, {
      stdio: ['ignore', 'pipe', openSync(logFile, 'a')],
      env: { PATH: process.env['PATH'] ?? '', ...environment },
    });
    const late = setTimeout(() => child.kill('SIGKILL'), START_LIMIT_MS);
    let said = '';
    let url: string | undefined;
    for await (const chunk of child.stdout!) {
      said += String(chunk);
      url = /is ready: (http:\/\/\S+)/.exec(said)?.[1];
      if (url) break;
    }
    clearTimeout(late);
    if (!url) throw new Error(`the platform did not start: ${said}\n${readFileSync(logFile, 'utf8').slice(-4_000)}`);
    child.stdout!.resume();
    return new PlatformProcess(child, url, logFile);
  }

  get request(): ReturnType<typeof supertest> {
    return supertest(this.url);
  }

  get hasEnded(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  signal(name: NodeJS.Signals): void {
    this.child.kill(name);
  }

  /** As `kill -9`: nothing is finished, nothing is said. */
  async kill(): Promise<void> {
    if (this.hasEnded) return;
    const gone = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await gone;
  }

  async stop(): Promise<void> {
    if (this.hasEnded) return;
    const gone = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    await gone;
  }

  /** Of the whole process, in MiB, as the system counts it. */
  get memoryMib(): number {
    const status = readFileSync(`/proc/${this.child.pid}/status`, 'utf8');
    return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1_024);
  }

  /** One number of `/metrics`; labels are added up. */
  async metric(name: string): Promise<number> {
    const { text } = await this.request.get('/metrics');
    const lines = text.split('\n').filter((line) => line.startsWith(`${name} `) || line.startsWith(`${name}{`));
    return lines.reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(' ') + 1)), 0);
  }

  async readiness(): Promise<{ status: number; parts: Record<string, string> }> {
    const { status, body } = await this.request.get('/health/ready');
    return { status, parts: (body as { parts: Record<string, string> }).parts };
  }

  log(): string {
    return readFileSync(this.logFile, 'utf8');
  }
}
