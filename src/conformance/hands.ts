import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline/promises';
import { NotTried } from './failure';

/** What somebody at the bench does to the chip. */
export interface Hands {
  /** Switches the chip on. */
  begin(): Promise<void>;
  /** Cuts its power, and gives it back. */
  powerCycle(): Promise<void>;
  strike(amps: number): Promise<void>;
  release(): Promise<void>;
  type(code: string): Promise<void>;
  end(): Promise<void>;
}

/** A chip that is a program: a power cut kills it, and it reads what the bench does from its standard input. */
export class Program implements Hands {
  private child: ChildProcess | undefined;
  private said = '';

  constructor(private readonly command: string) {}

  begin(): Promise<void> {
    const child = spawn('sh', ['-c', `exec ${this.command}`], { stdio: ['pipe', 'ignore', 'pipe'] });
    child.stderr?.on('data', (chunk: Buffer) => (this.said = (this.said + chunk.toString()).slice(-2_000)));
    child.stdin?.on('error', () => undefined); // it is gone already
    this.child = child;
    return Promise.resolve();
  }

  async powerCycle(): Promise<void> {
    await this.end();
    await this.begin();
  }

  strike = (amps: number): Promise<void> => this.tell(`strike ${amps}`);
  release = (): Promise<void> => this.tell('release');
  type = (code: string): Promise<void> => this.tell(`type ${code}`);

  async end(): Promise<void> {
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }

  /** The end of what the program said of its own troubles. */
  get lastWords(): string {
    return this.said.trim();
  }

  private tell(line: string): Promise<void> {
    this.child?.stdin?.write(`${line}\n`);
    return Promise.resolve();
  }
}

/** A chip on the table, and a person beside it. */
export class Person implements Hands {
  private readonly lines = createInterface({ input: process.stdin, output: process.stdout });

  begin = (): Promise<void> => Promise.resolve();
  powerCycle = (): Promise<void> => this.please('Cut the power of the chip, and give it back.');
  strike = (amps: number): Promise<void> => this.please(`Strike an arc of about ${amps} A and keep it burning.`);
  release = (): Promise<void> => this.please('End the arc.');
  type = (code: string): Promise<void> => this.please(`Type the code ${code} into the chip.`);

  end(): Promise<void> {
    this.lines.close();
    return Promise.resolve();
  }

  private async please(what: string): Promise<void> {
    await this.lines.question(`  → ${what} Then press Enter. `);
  }
}

/** Nobody: what needs hands is not tried. */
export class Nobody implements Hands {
  begin = (): Promise<void> => Promise.resolve();
  end = (): Promise<void> => Promise.resolve();
  powerCycle = (): Promise<void> => this.missing();
  strike = (): Promise<void> => this.missing();
  release = (): Promise<void> => this.missing();
  type = (): Promise<void> => this.missing();

  private missing(): Promise<void> {
    return Promise.reject(new NotTried('nobody is at the bench: run it on a terminal, or give --run'));
  }
}
