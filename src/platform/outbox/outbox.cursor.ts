/**
 * A place in the outbox. Rows are ordered by the transaction that wrote them and then by number: the numbers alone are
 * handed out before the commit, so a row with a smaller one may appear after a reader has passed by.
 */
export interface Cursor {
  readonly xid: bigint;
  readonly id: bigint;
}

export const compareCursors = (a: Cursor, b: Cursor): number => Number(a.xid - b.xid) || Number(a.id - b.id);

/** As others keep it; opaque to them. */
export const cursorText = ({ xid, id }: Cursor): string => `${xid}-${id}`;

/** Null: this was never a cursor of ours. */
export function readCursor(text: string): Cursor | null {
  const match = /^(\d{1,19})-(\d{1,18})$/.exec(text);
  return match ? { xid: BigInt(match[1] ?? ''), id: BigInt(match[2] ?? '') } : null;
}
