import { strict as assert } from 'node:assert';
import { BufferingChip } from '../../support/buffering-chip';
import { enrollChips, type EnrolledChip } from '../../support/enrolled-chips';
import type { Installation } from './installation';

/** Chips of machines without a job that go on speaking while something breaks, and what became of their messages. */
export class ChipsAtWork {
  private living: Promise<void>[] = [];

  private constructor(
    private readonly at: Installation,
    private readonly enrolled: readonly EnrolledChip[],
    private readonly chips: readonly BufferingChip[],
  ) {}

  static async enroll(at: Installation, count: number): Promise<ChipsAtWork> {
    const enrolled = await at.counting((sql) => enrollChips(sql, at, count));
    const chips = enrolled.map(({ chipNo, secretHex }) => new BufferingChip(chipNo, secretHex, at.mqttPort));
    return new ChipsAtWork(at, enrolled, chips);
  }

  begin(): void {
    this.living = this.chips.map((chip) => chip.live());
  }

  /** Messages of all chips so far. */
  get told(): number {
    return this.chips.reduce((sum, { told }) => sum + told, 0);
  }

  get acknowledged(): number {
    return this.chips.reduce((sum, chip) => sum + chip.acknowledged.size, 0);
  }

  /** Acknowledged until now and not there. `seen`: from before the moment of the question. */
  async lostOf(seen: readonly (readonly number[])[]): Promise<number> {
    const kept = await this.stored();
    return seen.reduce((sum, seqs, n) => sum + seqs.filter((seq) => !kept[n]!.has(seq)).length, 0);
  }

  /** The numbers that each chip was told to be stored. */
  seen(): number[][] {
    return this.chips.map((chip) => [...chip.acknowledged]);
  }

  /** Says nothing new, and goes on until everything is acknowledged. */
  async end(): Promise<void> {
    this.chips.forEach((chip) => chip.finish());
    await Promise.all(this.living);
    await Promise.all(this.chips.map((chip) => chip.drain()));
  }

  /** After `end`: everything that was said is there once, and each machine has one case. */
  async account(): Promise<{ messages: number; lost: number; doubled: number }> {
    const kept = await this.stored();
    const lost = this.chips.reduce(
      (sum, { told }, n) =>
        sum + Array.from({ length: told }, (_, i) => i + 1).filter((seq) => !kept[n]!.has(seq)).length,
      0,
    );
    const numbers = this.enrolled.map(({ chipNo }) => chipNo);
    const [rows, cases] = await this.at.counting(async (sql) => [
      (
        await sql.query<{ n: number }>(
          'select count(*)::int - count(distinct (chip_no, boot, seq))::int as n from chip_events where chip_no = any($1)',
          [numbers],
        )
      ).rows,
      (
        await sql.query<{ kind: string; n: number }>(
          `select kind, (count(*) - count(distinct machine_id))::int as n from violations where machine_id = any($1) group by kind`,
          [this.enrolled.map(({ machineId }) => machineId)],
        )
      ).rows,
    ]);
    assert.deepEqual(cases.map(({ kind }) => kind).sort(), ['off-platform'], 'cases of another kind were raised');
    return { messages: this.told, lost, doubled: rows[0]!.n + cases[0]!.n };
  }

  private async stored(): Promise<Set<number>[]> {
    const rows = await this.at.counting(
      async (sql) =>
        (
          await sql.query<{ chip_no: string; seqs: number[] }>(
            'select chip_no, array_agg(seq) as seqs from chip_events where chip_no = any($1) group by chip_no',
            [this.enrolled.map(({ chipNo }) => chipNo)],
          )
        ).rows,
    );
    const byChip = new Map(rows.map(({ chip_no, seqs }) => [chip_no, new Set(seqs)]));
    return this.enrolled.map(({ chipNo }) => byChip.get(chipNo) ?? new Set());
  }
}
