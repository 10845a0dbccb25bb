import type { Case } from './case';
import type { Comparison } from './commands';

interface Count {
  cases: number;
  power: number;
  refused: number;
}

/** How often each kind of finding was tried, and with what end. */
export class Tally {
  private readonly kinds = new Map<string, Count>();
  private readonly wrong = new Map<string, number>();
  private cases = 0;
  private readonly began = performance.now();

  count(c: Case, kinds: readonly string[], comparisons: readonly Comparison[]): void {
    const power = comparisons.some(
      ({ question, platform }) => platform.allowed && !['goes on', 'permit', 'papers', 'close'].includes(question),
    );
    this.cases += 1;
    if (this.cases % 1_000 === 0) process.stdout.write(this.table());
    const papers = comparisons.some(({ question }) => question === 'papers') ? ['D18 cards shown to a signer'] : [];
    for (const key of ['all', ...papers, `base: ${c.base}`, ...(kinds.length === 0 ? ['honest'] : kinds)]) {
      const count = this.kinds.get(key) ?? { cases: 0, power: 0, refused: 0 };
      this.kinds.set(key, {
        cases: count.cases + 1,
        power: count.power + Number(power),
        refused: count.refused + Number(!power),
      });
    }
  }

  disagree(story: string): void {
    process.stdout.write(`≠ ${story}\n`);
    this.wrong.set(story, (this.wrong.get(story) ?? 0) + 1);
  }

  disagreements = (): string[] => [...this.wrong].map(([story, times]) => `${times} × ${story}`).sort();

  powerShare(): number {
    const all = this.kinds.get('all');
    return all ? all.power / all.cases : 0;
  }

  table(): string {
    const seconds = Math.round((performance.now() - this.began) / 1000);
    const rows = [...this.kinds].sort(([a], [b]) => a.localeCompare(b));
    const line = ([kind, { cases, power, refused }]: [string, Count]): string =>
      `${kind.padEnd(45)} ${String(cases).padStart(6)} ${String(power).padStart(6)} ${String(refused).padStart(8)}`;
    return [
      '',
      `${'kind'.padEnd(45)} ${'cases'.padStart(6)} ${'power'.padStart(6)} ${'refused'.padStart(8)}`,
      ...rows.map(line),
      `power ${(this.powerShare() * 100).toFixed(1)} %, ${seconds} s, ${this.disagreements().length} disagreements`,
      ...this.disagreements(),
      '',
    ].join('\n');
  }
}
