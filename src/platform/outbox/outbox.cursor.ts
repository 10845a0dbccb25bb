/**
 * A place in the outbox. Rows are ordered by the transaction that wrote them and then by number: the numbers alone are
 * handed out before the commit, so a row with a smaller one may appear after a reader has passed by. A restored database
 * counts its transactions anew, in the next epoch.
 */
export interface Cursor {
  readonly epoch: number;
  readonly xid: bigint;
  readonly id: bigint;
}

export const compareCursors = (a: Cursor, b: Cursor): number =>
  a.epoch - b.epoch || Number(a.xid - b.xid) || Number(a.id - b.id);

/** As others keep it; opaque to them. The first epoch is left out: cursors were kept before there were epochs. */
export const cursorText = ({ epoch, xid, id }: Cursor): string => `${epoch === 1 ? '' : `${epoch}.`}${xid}-${id}`;

/** Null: this was never a cursor of ours. */
export function readCursor(text: string): Cursor | null {
  const match = /^(?:(\d{1,9})\.)?(\d{1,19})-(\d{1,18})$/.exec(text);
  if (!match) return null;
  return { epoch: Number(match[1] ?? 1), xid: BigInt(match[2] ?? ''), id: BigInt(match[3] ?? '') };
}
