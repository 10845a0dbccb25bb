import { isWithin } from '../../kernel/region-code';
import { HOUR, type Instant } from '../../kernel/time';
import type { Outage } from './outage';

/** Forms issued ahead: to one enterprise, or to a town for everybody who works there. */
export interface PaperBlock {
  readonly id: string;
  readonly regionCode: string;
  readonly enterpriseId: string | null;
}

/** The enterprise and region of the work that the paper was used for. */
export interface PaperHolder {
  readonly enterpriseId: string | null;
  readonly regionCode: string;
}

export type PaperFault =
  | 'paper.ends-before-start'
  | 'paper.not-over'
  | 'paper.number-unknown'
  | 'paper.number-not-yours'
  | 'paper.outside-outage'
  | 'paper.too-late';

interface Entry {
  readonly from: Instant;
  readonly to: Instant;
  readonly holder: PaperHolder;
  /** Null: nobody issued the number. */
  readonly block: PaperBlock | null;
  /** Those that touch the time of the paper. */
  readonly outages: readonly Outage[];
  /** Rule `paper.entry-hours`. */
  readonly entryHours: number;
}

/** The outage in which the paper was used, or why it cannot be entered. A number that was used before is the database's to refuse. */
export function judgePaper(entry: Entry, at: Instant): Outage | PaperFault {
  const { from, to, holder, block, outages, entryHours } = entry;
  if (to <= from) return 'paper.ends-before-start';
  if (to > at) return 'paper.not-over';
  if (!block) return 'paper.number-unknown';
  if (!isFor(block, holder)) return 'paper.number-not-yours';
  const around = outages.filter(
    (one) => isWithin(holder.regionCode, one.regionCode) && one.from <= from && to <= one.to,
  );
  const [latest] = [...around].sort((a, b) => b.to - a.to);
  if (!latest) return 'paper.outside-outage';
  return at > latest.to + entryHours * HOUR ? 'paper.too-late' : latest;
}

const isFor = (block: PaperBlock, holder: PaperHolder): boolean =>
  block.enterpriseId === null
    ? isWithin(holder.regionCode, block.regionCode)
    : block.enterpriseId === holder.enterpriseId;
