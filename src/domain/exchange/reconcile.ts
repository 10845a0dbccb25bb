import { createHash } from 'node:crypto';

/** One registration as a side holds it, with the place and the day under which it was sent. */
export interface Held {
  readonly kind: string;
  readonly region: string;
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly id: string;
  readonly version: number;
}

export interface Bucket {
  readonly kind: string;
  readonly region: string;
  readonly day: string;
  readonly count: number;
  readonly hash: string;
}

export type BucketName = Pick<Bucket, 'kind' | 'region' | 'day'>;

const nameOf = ({ kind, region, day }: BucketName): string => `${kind} ${region} ${day}`;

/** SHA-256 over the lines `id version`, by id in the order of bytes, each ended by a line feed. */
export function hashOf(held: readonly Pick<Held, 'id' | 'version'>[]): string {
  const sorted = [...held].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  return createHash('sha256')
    .update(sorted.map(({ id, version }) => `${id} ${version}\n`).join(''))
    .digest('hex');
}

/** Counts and hashes by kind, region and day, in that order. */
export function bucketsOf(held: readonly Held[]): Bucket[] {
  const groups = new Map<string, Held[]>();
  for (const one of held) groups.set(nameOf(one), [...(groups.get(nameOf(one)) ?? []), one]);
  return [...groups.values()]
    .map((group): Bucket => {
      const { kind, region, day } = group[0]!;
      return { kind, region, day, count: group.length, hash: hashOf(group) };
    })
    .sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
}

/** The buckets in which both sides do not hold the same. */
export function differingBuckets(ours: readonly Bucket[], theirs: readonly Bucket[]): BucketName[] {
  const [here, there] = [ours, theirs].map((side) => new Map(side.map((one) => [nameOf(one), one])));
  const names = new Map([...ours, ...theirs].map((one) => [nameOf(one), one]));
  return [...names]
    .filter(([name]) => here!.get(name)?.hash !== there!.get(name)?.hash || here!.get(name)?.count !== there!.get(name)?.count)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { kind, region, day }]) => ({ kind, region, day }));
} // prettier-ignore

/** `missing`: they do not have it; `older`, `newer`: another version; `surplus`: we never sent it, or took it back. */
export const DIFFERENCE_KINDS = ['missing', 'older', 'newer', 'surplus'] as const;
export type DifferenceKind = (typeof DIFFERENCE_KINDS)[number];

export interface Difference {
  readonly id: string;
  readonly difference: DifferenceKind;
  readonly ours: number | null;
  readonly theirs: number | null;
}

type Listed = Pick<Held, 'id' | 'version'>;

/** What differs inside one bucket. */
export function differencesIn(ours: readonly Listed[], theirs: readonly Listed[]): Difference[] {
  const [here, there] = [ours, theirs].map((side) => new Map(side.map(({ id, version }) => [id, version])));
  const ids = [...new Set([...here!.keys(), ...there!.keys()])].sort();
  return ids.flatMap((id) => {
    const [own, other] = [here!.get(id) ?? null, there!.get(id) ?? null];
    return own === other ? [] : [{ id, difference: differenceOf(own, other), ours: own, theirs: other }];
  });
}

function differenceOf(own: number | null, other: number | null): DifferenceKind {
  if (own === null) return 'surplus';
  if (other === null) return 'missing';
  return other < own ? 'older' : 'newer';
}
