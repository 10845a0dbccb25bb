import type { ArcShape } from './arc-evidence';

/** Which stored arc each rebuilt one continues, and which stored ones turned out to be part of another. */
export interface ArcMatch<S extends ArcShape> {
  readonly kept: readonly { readonly shape: ArcShape; readonly stored: S | null }[];
  readonly merged: readonly { readonly stored: S; readonly into: ArcShape }[];
}

const overlap = (a: ArcShape, b: ArcShape): boolean => a.startUp <= b.lastUp && b.startUp <= a.lastUp;

const distance = (a: ArcShape, b: ArcShape): number => Math.abs(a.startUp - b.startUp);

const nearest = <T extends ArcShape>(to: ArcShape, among: readonly T[]): T | undefined =>
  [...among].sort((a, b) => distance(a, to) - distance(b, to))[0];

/**
 * An arc keeps its id when new evidence reshapes it, because verdicts and violations refer to it. First the ids go by
 * overlap, the earliest of several. Then they go by nearness, for arcs that a late event moved. An id that is left over
 * was merged into another.
 */
export function matchArcs<S extends ArcShape>(shapes: readonly ArcShape[], stored: readonly S[]): ArcMatch<S> {
  const free = new Set([...stored].sort((a, b) => a.startUp - b.startUp));
  const partner = new Map<ArcShape, S>();
  const pair = (shape: ArcShape, found: S | undefined): void => {
    if (!found) return;
    partner.set(shape, found);
    free.delete(found);
  };
  for (const shape of shapes)
    pair(
      shape,
      [...free].find((arc) => overlap(arc, shape)),
    );
  for (const shape of shapes.filter((s) => !partner.has(s))) pair(shape, nearest(shape, [...free]));
  return {
    kept: shapes.map((shape) => ({ shape, stored: partner.get(shape) ?? null })),
    merged: [...free].flatMap((arc) => {
      const into =
        nearest(
          arc,
          shapes.filter((s) => overlap(s, arc)),
        ) ?? nearest(arc, shapes);
      return into ? [{ stored: arc, into }] : [];
    }),
  };
}
