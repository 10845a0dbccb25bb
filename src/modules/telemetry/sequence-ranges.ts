/** Closed ranges of sequence numbers, ascending and apart: `[[1, 13], [16, 16]]`. */
export type SequenceRanges = readonly (readonly [from: number, to: number])[];

/** PostgreSQL writes an int4multirange half open: `{[1,14),[16,17)}`. */
export function parseRanges(multirange: string): SequenceRanges {
  return [...multirange.matchAll(/\[(\d+),(\d+)\)/g)].map(([, from, to]) => [Number(from), Number(to) - 1] as const);
}

export const formatRanges = (ranges: SequenceRanges): string =>
  `{${ranges.map(([from, to]) => `[${from},${to + 1})`).join(',')}}`;

/** The same numbers, sorted and joined where they touch. */
export function joinRanges(ranges: SequenceRanges): SequenceRanges {
  const joined: [number, number][] = [];
  for (const [from, to] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const last = joined.at(-1);
    if (last && from <= last[1] + 1) last[1] = Math.max(last[1], to);
    else joined.push([from, to]);
  }
  return joined;
}

export const rangesOf = (seqs: Iterable<number>): SequenceRanges => joinRanges([...seqs].map((seq) => [seq, seq]));

export const holds = (ranges: SequenceRanges, seq: number): boolean =>
  ranges.some(([from, to]) => from <= seq && seq <= to);

/** Whether a number lies in a range or just beside one, so that storing it tears no new hole. */
export const adjoins = (ranges: SequenceRanges, seq: number): boolean =>
  ranges.some(([from, to]) => from - 1 <= seq && seq <= to + 1);

/** Whole stored ranges that a batch touched: so one acknowledgement makes up for those that were lost before it. */
export function touchedRanges(stored: SequenceRanges, seqs: ReadonlySet<number>): SequenceRanges {
  const touched = [...seqs];
  return stored.filter(([from, to]) => touched.some((seq) => from <= seq && seq <= to));
}

/** What is missing below the highest number: counted from 1, where a boot begins. */
export function gapsIn(stored: SequenceRanges): SequenceRanges {
  let next = 1;
  const gaps: [number, number][] = [];
  for (const [from, to] of stored) {
    if (from > next) gaps.push([next, from - 1]);
    next = to + 1;
  }
  return gaps;
}
