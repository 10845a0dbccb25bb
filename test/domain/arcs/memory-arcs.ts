import type { ArcEvidence, ArcShape } from '../../../src/domain/arcs/arc-evidence';
import { cutBefore, isNext, LONGEST_SAMPLE_MS, reachOf, redoing } from '../../../src/domain/arcs/arc-window';
import { buildArcs } from '../../../src/domain/arcs/build-arcs';

/** The arcs of one outlet, kept as the database keeps them: evidence comes in portions, in any order. */
export class MemoryArcs {
  arcs: ArcShape[] = [];
  private readonly evidence: ArcEvidence[] = [];
  private lastUp = -1;

  take(portion: readonly ArcEvidence[]): void {
    if (portion.length === 0) return;
    this.evidence.push(...portion);
    if (isNext(portion, this.lastUp)) this.goOn(portion);
    else this.redo(cutBefore(portion));
    this.lastUp = Math.max(this.lastUp, ...portion.map(({ up }) => up));
  }

  private goOn(portion: readonly ArcEvidence[]): void {
    const since = reachOf(portion);
    const before = this.arcs.filter((arc) => arc.lastUp >= since || !arc.ended);
    const untouched = this.arcs.slice(0, this.arcs.length - before.length);
    this.arcs = [...untouched, ...buildArcs(before, portion)];
  }

  private redo(cut: number): void {
    const begun = this.arcs.findLast(({ startUp }) => startUp < cut)?.startUp ?? cut;
    const around = this.arcs.filter(({ lastUp }) => lastUp >= begun - LONGEST_SAMPLE_MS);
    const { settled, redone, from } = redoing(around, cut);
    const anew = buildArcs(settled, this.evidence.filter(({ up }) => up >= from)).slice(settled.length); // prettier-ignore
    this.arcs = [...this.arcs.slice(0, this.arcs.length - redone.length), ...anew];
  }
}
