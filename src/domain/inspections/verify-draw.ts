import { canonicalJson } from '../../kernel/canonical-json';
import { drawPairs, type DrawnPair } from './draw';
import { commitmentOf, listHashOf, seedOf, type DrawList } from './draw-list';

/** A draw as it is published: the part that the verification reads. */
export interface PublishedDraw {
  readonly state: string;
  readonly listHash: string;
  readonly list: DrawList;
  /** In the order in which they were made. */
  readonly commitments: readonly { readonly officerId: string; readonly hash: string; readonly value: string | null }[];
  readonly seed: string | null;
  readonly pairs: readonly DrawnPair[] | null;
}

export type DrawFault =
  | 'list-changed'
  | 'hash-not-noted'
  | 'value-not-committed'
  | 'one-officer-twice'
  | 'seed-wrong'
  | 'pairs-wrong'
  | 'not-drawn';

/**
 * Draws again, without the platform. `noted` is the hash that somebody wrote down when the list was published: it shows a
 * list that was changed together with all that follows from it.
 */
export function verifyDraw(draw: PublishedDraw, noted: string | null): DrawFault[] {
  const faults: DrawFault[] = [];
  if (listHashOf(draw.list) !== draw.listHash) faults.push('list-changed');
  if (noted !== null && noted !== draw.listHash) faults.push('hash-not-noted');
  const [first, second] = draw.commitments;
  if (draw.state !== 'drawn' || !first?.value || !second?.value) return [...faults, 'not-drawn'];
  if (first.officerId === second.officerId || first.hash === second.hash) faults.push('one-officer-twice');
  if ([first, second].some(({ value, hash }) => commitmentOf(value ?? '') !== hash)) faults.push('value-not-committed');
  if (seedOf([first.value, second.value], draw.listHash) !== draw.seed) faults.push('seed-wrong');
  if (canonicalJson(drawPairs(draw.list, draw.seed ?? '')) !== canonicalJson(draw.pairs)) faults.push('pairs-wrong');
  return faults;
}
