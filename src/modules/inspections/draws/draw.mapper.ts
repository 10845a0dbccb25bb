import { isoTime, isoTimeOrNull } from '../../../kernel/time';
import type { DrawCommitmentRow } from '../../../schema/inspections/draw-commitment.row';
import type { DrawListView, DrawRow, DrawView } from './draw.dto';
import type { StoredDraw, VoidDraw } from './draw.store';

/** Who could have revealed and did not: as long as only one has committed, nobody can. */
export const unrevealed = (commitments: readonly DrawCommitmentRow[]): DrawCommitmentRow[] =>
  commitments.length === 2 ? commitments.filter(({ value }) => value === null) : [];

/** A value is told once it was revealed, by then with everything that it decides. */
export function drawView(
  draw: StoredDraw,
  commitments: readonly DrawCommitmentRow[],
  names: ReadonlyMap<string, string>,
  voidBefore: readonly VoidDraw[],
): DrawView {
  const nameOf = (id: string): string => names.get(id) ?? id;
  return {
    ...drawRow(draw),
    ...{ kind: draw.kind, dueOn: draw.dueOn, list: draw.list as unknown as DrawListView },
    commitments: commitments.map(({ officerId, hash, committedAt, value, revealedAt }) => ({
      ...{ officerId, officerName: nameOf(officerId), hash, value },
      ...{ committedAt: isoTime(committedAt), revealedAt: isoTimeOrNull(revealedAt) },
    })),
    seed: draw.seed,
    pairsWithheld: false,
    pairs: draw.pairs && draw.pairs.map(({ targetId, officerIds }) => ({ targetId, officerIds: [...officerIds] })),
    notRevealedBy: draw.state === 'void' ? unrevealed(commitments).map(({ officerId }) => nameOf(officerId)) : [],
    voidBefore: voidBefore.map((one) => ({ ...one, publishedAt: isoTime(one.publishedAt) })),
  };
}

/** With one value left out nobody can work out the seed; hashes and list stay, so that all of it is checked later. */
export const withoutPairs = (view: DrawView): DrawView => ({
  ...view,
  commitments: view.commitments.map((part) => ({ ...part, value: null })),
  ...{ seed: null, pairs: null, pairsWithheld: true },
});

export const drawRow = ({ id, name, regionCode, state, publishedAt, deadlineAt, listHash }: StoredDraw): DrawRow => ({
  ...{ id, name, regionCode, state, listHash },
  ...{ publishedAt: isoTime(publishedAt), deadlineAt: isoTime(deadlineAt) },
});
