import type { Finding } from '../authorization/finding';
import type { FindingCode } from '../authorization/finding-texts';
import type { ForeseenScan } from './foresee-scan';
import type { Subject } from './who-mends';

export interface Cause {
  readonly code: FindingCode;
  /** One of the findings, for its words. */
  readonly example: Finding;
  readonly refused: number;
  readonly newlyRefused: number;
}

/** Somebody or something that the plan would stop, and how often it would have. */
export interface Concerned {
  readonly code: FindingCode;
  readonly subject: Subject;
  readonly scans: number;
}

/** Counts what a plan would have done to the scans of some days, cause by cause and name by name. */
export class Forecast {
  scans = 0;
  refusedThen = 0;
  refused = 0;
  newlyRefused = 0;
  private readonly byCode = new Map<FindingCode, Cause>();
  private readonly byName = new Map<string, Concerned>();

  add(scan: ForeseenScan, subjectOf: (code: FindingCode) => Subject | null): void {
    this.scans += 1;
    this.refusedThen += Number(scan.refusedThen);
    this.refused += Number(scan.refused);
    this.newlyRefused += Number(scan.newlyRefused);
    const fresh = new Set(scan.newlyRefused ? scan.newBlocks.map(({ code }) => code) : []);
    for (const example of onePerCode(scan.blocks)) this.count(example, fresh.has(example.code));
    for (const code of fresh) this.name(code, subjectOf(code));
  }

  /** The most frequent first. */
  get causes(): Cause[] {
    return [...this.byCode.values()].sort((a, b) => b.refused - a.refused || a.code.localeCompare(b.code));
  }

  get concerned(): Concerned[] {
    return [...this.byName.values()].sort((a, b) => b.scans - a.scans || a.subject.id.localeCompare(b.subject.id));
  }

  /** How many of all scans the plan alone would have refused. */
  get share(): number {
    return this.scans === 0 ? 0 : this.newlyRefused / this.scans;
  }

  private count(example: Finding, fresh: boolean): void {
    const { code } = example;
    const { refused, newlyRefused } = this.byCode.get(code) ?? { refused: 0, newlyRefused: 0 };
    this.byCode.set(code, { code, example, refused: refused + 1, newlyRefused: newlyRefused + Number(fresh) });
  }

  private name(code: FindingCode, subject: Subject | null): void {
    if (!subject) return;
    const key = `${code} ${subject.kind} ${subject.id}`;
    this.byName.set(key, { code, subject, scans: (this.byName.get(key)?.scans ?? 0) + 1 });
  }
}

const onePerCode = (findings: readonly Finding[]): Finding[] => [
  ...new Map(findings.map((finding) => [finding.code, finding])).values(),
];
