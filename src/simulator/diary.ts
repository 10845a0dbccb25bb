/** Counts what has happened, and says it in one line when asked. */
export class Diary {
  private readonly counts = new Map<string, number>();
  private readonly refusals = new Map<string, number>();

  constructor(private readonly say: (line: string) => void) {}

  count(what: Counted): void {
    this.counts.set(what, this.of(what) + 1);
  }

  refused(code: string): void {
    this.count('refused');
    this.refusals.set(code, (this.refusals.get(code) ?? 0) + 1);
  }

  /** Something a person should look into; what simulated people do wrong on purpose is not. */
  trouble(who: string, fault: unknown): void {
    this.count('trouble');
    this.say(`${who}: ${fault instanceof Error ? describe(fault) : String(fault)}`);
  }

  of = (what: Counted): number => this.counts.get(what) ?? 0;

  summary(live: Readonly<Record<string, number | string>>): void {
    const figures = { ...live, ...Object.fromEntries(this.counts) };
    const reasons = [...this.refusals].map(([code, times]) => `${code} ${times}`);
    const line = Object.entries(figures).map(([name, value]) => `${name} ${value}`);
    this.say([...line, ...(reasons.length > 0 ? [`(${reasons.join(', ')})`] : [])].join(' · '));
  }
}

export type Counted = 'jobs' | 'finished' | 'refused' | 'no power' | 'permits' | 'signatures' | 'taps' | 'loop steps' | 'off-platform' | 'tampered' | 'trouble'; // prettier-ignore

/** `fetch` hides what went wrong one level down. */
const describe = (fault: Error): string =>
  fault.cause instanceof Error ? `${fault.message} (${fault.cause.message})` : fault.message;
