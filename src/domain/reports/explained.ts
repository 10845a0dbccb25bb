/** What stands behind a number: what counts, from which records and time, and what does not count. */
export interface Explained {
  readonly counts: string;
  readonly source: string;
  readonly leftOut: string;
}
