/** A page of a list, newest first; no totals. */
export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}
