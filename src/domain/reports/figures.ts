/** What is counted for a report: how often something happened in the period. */
export const FLOWS = [
  'machines-registered', 'chips-fitted', 'welders-registered', 'certificates-verified', 'trainings-passed',
  'permits-issued', 'jobs', 'refused', 'off-platform', 'found', 'responded', 'response-seconds', 'falsely-rectified', 'closed',
  'closed-late', 'closing-seconds', 'self-checks-signed', 'self-checks-late', 'self-check-findings', 'drills-held',
] as const; // prettier-ignore
/** The count at the end of the period, or now if the period is not over. */
export const STOCKS = [
  'machines', 'machines-to-fit', 'machines-fitted', 'welders', 'welders-certified', 'welders-trained', 'open', 'overdue',
  'self-checks-due', 'self-checks-done', 'self-checks-overdue',
] as const; // prettier-ignore
/** One count divided by another. */
export const SHARES = [
  'chip-share',
  'certified-share',
  'trained-share',
  'off-platform-share',
  'in-time-share',
  'self-check-share',
] as const;
/** How long something took on average, in hours. */
export const MEANS = ['response-hours', 'closing-hours'] as const;

export type Flow = (typeof FLOWS)[number];
export type Stock = (typeof STOCKS)[number];
export type Share = (typeof SHARES)[number];
export type Mean = (typeof MEANS)[number];
export type Counted = Flow | Stock;
export type Figure = Counted | Share | Mean;

export type Counts = Readonly<Record<Counted, number>>;

/** What is counted only to divide by it or to be divided: no line of a report. */
export const BEHIND = ['machines-to-fit', 'response-seconds', 'closing-seconds'] as const satisfies readonly Counted[];
export type Shown = Exclude<Figure, (typeof BEHIND)[number]>;

/** Chapters of a report, each with its figures in the order of the page. */
export const CHAPTERS = {
  inventory: ['machines', 'machines-registered', 'machines-fitted', 'chips-fitted', 'chip-share'],
  people: ['welders', 'welders-registered', 'welders-certified', 'certificates-verified', 'certified-share', 'welders-trained', 'trainings-passed', 'trained-share'],
  work: ['permits-issued', 'jobs', 'refused', 'off-platform', 'off-platform-share'],
  findings: ['found', 'responded', 'response-hours', 'falsely-rectified', 'closed', 'closed-late', 'in-time-share', 'closing-hours', 'open', 'overdue'],
  'self-checks': ['self-checks-due', 'self-checks-done', 'self-check-share', 'self-checks-signed', 'self-checks-late', 'self-checks-overdue', 'self-check-findings', 'drills-held'],
} as const satisfies Readonly<Record<string, readonly Shown[]>>; // prettier-ignore
export type Chapter = keyof typeof CHAPTERS;

/** What the tables by town and by trade show: what a leader asks each town for. */
export const COMPARED = [
  'machines', 'chip-share', 'welders', 'certified-share', 'trained-share', 'jobs', 'refused', 'off-platform', 'off-platform-share', 'found',
  'response-hours', 'falsely-rectified', 'closed', 'closing-hours', 'overdue', 'self-check-share',
] as const satisfies readonly Shown[]; // prettier-ignore

/** Of these, what fits beside a name on a phone. */
export const COMPARED_ON_PHONES = [
  'jobs', 'refused', 'off-platform', 'found', 'falsely-rectified', 'closed', 'overdue',
] as const satisfies readonly (typeof COMPARED)[number][]; // prettier-ignore

export const NOTHING_COUNTED = Object.fromEntries([...FLOWS, ...STOCKS].map((figure) => [figure, 0])) as Counts;

const AN_HOUR = 3_600;

const PARTS: Readonly<Record<Share | Mean, (counts: Counts) => readonly [part: number, whole: number]>> = {
  'chip-share': (counts) => [counts['machines-fitted'], counts['machines-to-fit']],
  'certified-share': (counts) => [counts['welders-certified'], counts.welders],
  'trained-share': (counts) => [counts['welders-trained'], counts.welders],
  'off-platform-share': (counts) => [counts['off-platform'], counts['off-platform'] + counts.jobs],
  'in-time-share': (counts) => [counts.closed - counts['closed-late'], counts.closed],
  'self-check-share': (counts) => [counts['self-checks-done'], counts['self-checks-due']],
  'response-hours': (counts) => [counts['response-seconds'] / AN_HOUR, counts.responded],
  'closing-hours': (counts) => [counts['closing-seconds'] / AN_HOUR, counts.closed],
};

export const isShare = (figure: Figure): figure is Share => (SHARES as readonly Figure[]).includes(figure);
export const isMean = (figure: Figure): figure is Mean => (MEANS as readonly Figure[]).includes(figure);

/** A count, a share between 0 and 1, or an average in hours; null if there is nothing to divide by. */
export function valueOf(figure: Figure, counts: Counts): number | null {
  if (!isShare(figure) && !isMean(figure)) return counts[figure];
  const [part, whole] = PARTS[figure](counts);
  return whole === 0 ? null : part / whole;
}

/** Rows of counts as one record, for whatever they have in common. */
export function summed(rows: readonly { readonly figure: Counted; readonly n: number }[]): Counts {
  const counts: Record<Counted, number> = { ...NOTHING_COUNTED };
  for (const { figure, n } of rows) counts[figure] += n;
  return counts;
}
