import { answerAs } from '../kit/worker';
import { ChipLine, type Broker, type ChipSecret, type Message } from './chip-line';

export type SwarmAsk =
  | { readonly do: 'meet'; readonly chips: readonly ChipSecret[] }
  /** All chips come at once, tell of their birth and send what they have buffered. */
  | { readonly do: 'return'; readonly broker: Broker }
  | { readonly do: 'leave' };

/** Milliseconds since all began to come. */
export interface Returned {
  /** Until each chip knew the time and had its messages acknowledged. */
  readonly took: readonly number[];
  readonly unserved: number;
  /** Connections that had to be tried again, by what was wrong. */
  readonly retries: Readonly<Record<string, number>>;
}

/** Messages that each chip brings. */
const BUFFERED = 3;
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 8_000;
const PATIENCE_MS = 150_000;

/** One chip as docs/chip-protocol.md asks: it comes back with a growing pause and some chance in it. */
class SwarmChip {
  private readonly bornAt = Date.now();
  private line: ChipLine | null = null;
  private seq = 0;

  constructor(private readonly secret: ChipSecret) {}

  /** When it is served; counts each further try. */
  async comeBack(broker: Broker, until: number, tried: (why: string) => void): Promise<number> {
    this.line = await this.connect(broker, until, tried);
    const first = this.seq + 1;
    const served = this.served(this.line, first + BUFFERED - 1);
    this.send('birth', { seq: 0, t: Date.now(), up: this.up(), fw: 'bench', relay: 'open' });
    for (let n = 0; n < BUFFERED; n += 1) {
      this.seq += 1;
      const sample = { t: Date.now(), up: this.up() + n, ms: 1, i: 0, iMax: 0, u: 0, arcMs: 0 };
      this.send('samples', { seq: this.seq, samples: [sample] });
    }
    await served;
    return performance.now();
  }

  leave(): void {
    this.line?.close();
    this.line = null;
  }

  private async connect(broker: Broker, until: number, tried: (why: string) => void): Promise<ChipLine> {
    for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
      try {
        return await ChipLine.open(broker, this.secret);
      } catch (fault) {
        if (performance.now() > until) throw fault;
        tried((fault as Error).message);
        await new Promise((resolve) => setTimeout(resolve, pause * (0.75 + Math.random() / 2)));
      }
    }
  }

  private served(line: ChipLine, last: number): Promise<void> {
    return new Promise((resolve) => {
      let knowsTime = false;
      let stored = false;
      const look = (): void => void (knowsTime && stored && resolve());
      line.ears.command = ({ kind }) => {
        knowsTime ||= kind === 'time';
        look();
      };
      line.ears.acks = ({ seqs }) => {
        stored ||= (seqs as [number, number][]).some(([from, to]) => from === 1 && last <= to);
        look();
      };
    });
  }

  private up = (): number => Date.now() - this.bornAt;

  private send(kind: 'birth' | 'samples', message: Message): void {
    this.line?.publish(kind, { v: 1, boot: 1, ...message });
  }
}

let chips: SwarmChip[] = [];

async function comeBack(broker: Broker): Promise<Returned> {
  const begun = performance.now();
  const until = begun + PATIENCE_MS;
  const retries: Record<string, number> = {};
  const count = (why: string): void => void (retries[why] = (retries[why] ?? 0) + 1);
  const took: number[] = [];
  const all = chips.map((chip) => chip.comeBack(broker, until, count).then((at) => took.push(at - begun)));
  let timer: NodeJS.Timeout | undefined;
  await Promise.race([
    Promise.allSettled(all),
    new Promise<void>((resolve) => (timer = setTimeout(resolve, PATIENCE_MS))),
  ]);
  clearTimeout(timer);
  return { took, unserved: chips.length - took.length, retries };
}

answerAs<SwarmAsk, Returned | null>(async (ask) => {
  if (ask.do === 'return') return comeBack(ask.broker);
  if (ask.do === 'meet') chips = ask.chips.map((secret) => new SwarmChip(secret));
  else chips.forEach((chip) => chip.leave());
  return null;
});
