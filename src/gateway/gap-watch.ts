import { SECOND, type Instant } from '../kernel/time';
import type { RangesOfBoot } from '../modules/telemetry/store-messages';
import type { SequenceRanges } from '../modules/telemetry/sequence-ranges';

interface Gap {
  readonly chipNo: string;
  readonly boot: number;
  /** What was missing when the waiting began, and what is missing now. */
  readonly then: SequenceRanges;
  readonly now: SequenceRanges;
  readonly askAt: Instant;
  readonly asked: number;
}

export interface Request {
  readonly chipNo: string;
  readonly boot: number;
  readonly fromSeq: number;
  readonly toSeq: number;
}

/** Messages overtake each other for a moment; what is still missing then was lost. Asked again ever more patiently. */
const WAITS_MS = [3 * SECOND, 10 * SECOND, 30 * SECOND, 60 * SECOND] as const;
const MOST_AT_ONCE = 20;

/** Remembers what is missing, and says when to ask for it. Holds nothing that the next message of the boot would not tell again. */
export class GapWatch {
  private readonly gaps = new Map<string, Gap>();

  note(found: readonly RangesOfBoot[], at: Instant): void {
    for (const { chipNo, boot, ranges } of found) {
      const key = `${chipNo} ${boot}`;
      const known = this.gaps.get(key);
      if (ranges.length === 0) this.gaps.delete(key);
      else if (known) this.gaps.set(key, { ...known, now: ranges });
      else this.gaps.set(key, { chipNo, boot, then: ranges, now: ranges, askAt: at + WAITS_MS[0], asked: 0 });
    }
  }

  /** Gaps that have stayed open long enough. Those of chips that are gone are forgotten. */
  due(at: Instant, isHere: (chipNo: string) => boolean): Request[] {
    const requests: Request[] = [];
    for (const [key, gap] of this.gaps) {
      const { chipNo, boot } = gap;
      if (!isHere(chipNo)) this.gaps.delete(key);
      else if (gap.askAt <= at) {
        const missing = common(gap.then, gap.now).slice(0, MOST_AT_ONCE);
        requests.push(...missing.map(([fromSeq, toSeq]) => ({ chipNo, boot, fromSeq, toSeq })));
        const asked = gap.asked + (missing.length > 0 ? 1 : 0);
        const wait = WAITS_MS[Math.min(asked, WAITS_MS.length - 1)]!;
        this.gaps.set(key, { ...gap, then: gap.now, askAt: at + wait, asked });
      }
    }
    return requests;
  }
}

/** Numbers that are in both. */
function common(a: SequenceRanges, b: SequenceRanges): SequenceRanges {
  return a.flatMap(([from, to]) =>
    b
      .filter(([first, last]) => first <= to && from <= last)
      .map(([first, last]) => [Math.max(from, first), Math.min(to, last)] as const),
  );
}
