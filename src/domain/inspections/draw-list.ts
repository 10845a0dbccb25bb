import { createHash } from 'node:crypto';
import { canonicalJson } from '../../kernel/canonical-json';
import type { RegionCode } from '../../kernel/region-code';
import type { Stratum } from './strata';

export interface DrawTarget {
  readonly id: string;
  readonly name: string;
  readonly regionCode: RegionCode;
  readonly stratum: Stratum;
}

export interface DrawOfficer {
  readonly id: string;
  readonly name: string;
  readonly regionCode: RegionCode;
}

/** A declared conflict of interest: this officer does not go there. */
interface DrawExclusion {
  readonly officerId: string;
  readonly targetId: string;
  readonly reason: string;
}

/** Everything that decides a draw beside its seed. It is published before anybody commits to a part of the seed. */
export interface DrawList {
  readonly version: 1;
  readonly name: string;
  readonly regionCode: RegionCode;
  readonly targets: readonly DrawTarget[];
  readonly officers: readonly DrawOfficer[];
  readonly exclusions: readonly DrawExclusion[];
  readonly weights: Readonly<Record<Stratum, number>>;
  /** How many are drawn of each stratum. */
  readonly quotas: Readonly<Record<Stratum, number>>;
  readonly officersPerTarget: number;
  /** 交叉互查: officers go to towns other than their own. */
  readonly crossTown: boolean;
}

export const sha256Hex = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

const byId = (one: { readonly id: string }, other: { readonly id: string }): number => (one.id < other.id ? -1 : 1);
const keyOf = ({ officerId, targetId }: DrawExclusion): string => `${officerId} ${targetId}`;

/** The same people and targets in one order, whatever order they were given in. */
export const inOrder = (list: DrawList): DrawList => ({
  ...list,
  targets: [...list.targets].sort(byId),
  officers: [...list.officers].sort(byId),
  exclusions: [...list.exclusions].sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1)),
});

/** What is committed to before anybody can know the seed. */
export const listHashOf = (list: DrawList): string => sha256Hex(canonicalJson(inOrder(list)));

/** What an officer commits to; the value is told later. */
export const commitmentOf = (value: string): string => sha256Hex(value);

/** From both values in the order in which they were committed, and the list: who knows one of them knows nothing. */
export const seedOf = (values: readonly [string, string], listHash: string): string =>
  sha256Hex(`${values[0]}\n${values[1]}\n${listHash}`);
