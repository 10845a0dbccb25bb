/** Keys by their `kid`. */
type Kids = readonly string[];

/** In which order they are told, and how often, means nothing. */
export const sameKeys = (a: Kids, b: Kids): boolean =>
  a.every((kid) => b.includes(kid)) && b.every((kid) => a.includes(kid));

/** The first of ours that the chip can check; our first where it never told which it holds. Undefined: it can check none. */
export const keyFor = <Key extends { readonly kid: string }>(
  ours: readonly Key[],
  held: Kids | null,
): Key | undefined => (held === null ? ours[0] : ours.find(({ kid }) => held.includes(kid)));

export const KEYS_STATES = ['untold', 'waiting', 'in-force', 'stranger'] as const;
/** `stranger`: the chip holds none of ours, so nothing that we sign reaches it. */
export type KeysState = (typeof KEYS_STATES)[number];

export function keysState(ours: Kids, held: Kids | null): KeysState {
  if (held === null) return 'untold';
  if (sameKeys(ours, held)) return 'in-force';
  return ours.some((kid) => held.includes(kid)) ? 'waiting' : 'stranger';
}
