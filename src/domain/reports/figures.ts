/** What is counted for a report: how often something happened in the period. */
export const FLOWS = [
  'machines-registered', 'chips-fitted', 'welders-registered', 'certificates-verified', 'trainings-passed',
  'permits-issued', 'jobs', 'refused', 'off-platform', 'found', 'closed', 'closed-late',
] as const; // prettier-ignore
/** The count at the end of the period, or now if the period is not over. */
export const STOCKS = [
  'machines', 'machines-to-fit', 'machines-fitted', 'welders', 'welders-certified', 'welders-trained', 'open', 'overdue',
] as const; // prettier-ignore
/** One count divided by another. */
export const SHARES = [
  'chip-share',
  'certified-share',
  'trained-share',
  'off-platform-share',
  'in-time-share',
] as const;

export type Flow = (typeof FLOWS)[number];
export type Stock = (typeof STOCKS)[number];
export type Share = (typeof SHARES)[number];
export type Counted = Flow | Stock;
export type Figure = Counted | Share;

export type Counts = Readonly<Record<Counted, number>>;

/** Chapters of a report, each with its figures in the order of the page. `machines-to-fit` is only what a share is of. */
export const CHAPTERS = {
  inventory: ['machines', 'machines-registered', 'machines-fitted', 'chips-fitted', 'chip-share'],
  people: ['welders', 'welders-registered', 'welders-certified', 'certificates-verified', 'certified-share', 'welders-trained', 'trainings-passed', 'trained-share'],
  work: ['permits-issued', 'jobs', 'refused', 'off-platform', 'off-platform-share'],
  findings: ['found', 'closed', 'closed-late', 'in-time-share', 'open', 'overdue'],
} as const satisfies Readonly<Record<string, readonly Figure[]>>; // prettier-ignore
export type Chapter = keyof typeof CHAPTERS;

/** What the tables by town and by trade show: what a leader asks each town for. */
export const COMPARED = [
  'machines', 'chip-share', 'welders', 'certified-share', 'trained-share', 'jobs', 'refused', 'off-platform', 'found', 'closed', 'overdue',
] as const satisfies readonly Figure[]; // prettier-ignore

export const NOTHING_COUNTED = Object.fromEntries([...FLOWS, ...STOCKS].map((figure) => [figure, 0])) as Counts;

const PARTS: Readonly<Record<Share, (counts: Counts) => readonly [part: number, whole: number]>> = {
  'chip-share': (counts) => [counts['machines-fitted'], counts['machines-to-fit']],
  'certified-share': (counts) => [counts['welders-certified'], counts.welders],
  'trained-share': (counts) => [counts['welders-trained'], counts.welders],
  'off-platform-share': (counts) => [counts['off-platform'], counts['off-platform'] + counts.jobs],
  'in-time-share': (counts) => [counts.closed - counts['closed-late'], counts.closed],
};

export const isShare = (figure: Figure): figure is Share => figure in PARTS;

/** A count, or a share between 0 and 1; null if the whole is zero. */
export function valueOf(figure: Figure, counts: Counts): number | null {
  if (!isShare(figure)) return counts[figure];
  const [part, whole] = PARTS[figure](counts);
  return whole === 0 ? null : part / whole;
}

/** Rows of counts as one record, for whatever they have in common. */
export function summed(rows: readonly { readonly figure: Counted; readonly n: number }[]): Counts {
  const counts: Record<Counted, number> = { ...NOTHING_COUNTED };
  for (const { figure, n } of rows) counts[figure] += n;
  return counts;
}
