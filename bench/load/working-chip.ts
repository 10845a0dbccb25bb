import { ChipLine, type Broker, type ChipSecret, type Message } from './chip-line';

/** A chip of a machine that people use: it does at once what it is told, and says so. */
export class WorkingChip {
  /** Called with the moment at which the chip has obeyed. */
  obeyed: (kind: string, at: number) => void = () => undefined;
  private readonly bornAt = Date.now();
  private seq = 0;

  private constructor(private readonly line: ChipLine) {}

  static async open(broker: Broker, secret: ChipSecret): Promise<WorkingChip> {
    const chip = new WorkingChip(await ChipLine.open(broker, secret));
    chip.line.ears.command = (command) => chip.obey(command);
    chip.line.publish('birth', { v: 1, boot: 1, seq: 0, ...chip.clock(), fw: 'bench', relay: 'open' });
    return chip;
  }

  arcStarts(): void {
    this.seq += 1;
    const events = [{ kind: 'arc-start', ...this.clock() }];
    this.line.publish('events', { v: 1, boot: 1, seq: this.seq, events });
  }

  /** So that the platform has heard of it lately. */
  beat(): void {
    this.seq += 1;
    const samples = [{ ...this.clock(), ms: 1_000, i: 0, iMax: 0, u: 0, arcMs: 0 }];
    this.line.publish('samples', { v: 1, boot: 1, seq: this.seq, samples });
  }

  close(): void {
    this.line.close();
  }

  private obey(command: Message): void {
    const kind = String(command['kind']);
    if (kind !== 'unlock' && kind !== 'lock') return;
    const answer = { command: command['id'], ok: true, relay: kind === 'unlock' ? 'closed' : 'open' };
    this.line.publish('replies', { v: 1, boot: 1, ...answer, t: this.clock().t });
    this.obeyed(kind, performance.now());
  }

  private clock = (): { t: number; up: number } => ({ t: Date.now(), up: Date.now() - this.bornAt });
}
