import type { Instant } from '../../kernel/time';
import { authorize, type Decision } from '../authorization/authorize';
import type { Facts } from '../authorization/facts';
import { isBlocking, type Finding } from '../authorization/finding';
import { underModes, type ModesOf } from './modes-of-places';

/** A scan of the past with all that was seen of it. */
export interface PastScan {
  readonly at: Instant;
  readonly allowed: boolean;
  readonly facts: Facts;
}

/** What the plan would have made of one scan. */
export interface ForeseenScan {
  readonly refusedThen: boolean;
  readonly refused: boolean;
  /** Refused by the plan alone: without it, the same modes would have let it through. */
  readonly newlyRefused: boolean;
  readonly blocks: readonly Finding[];
  /** Those that would not have blocked without the plan. */
  readonly newBlocks: readonly Finding[];
}

/** The modes of the day from which the plan holds, without it and with it. */
export interface PlannedModes {
  readonly without: ModesOf;
  readonly planned: ModesOf;
}

/**
 * Judges a past scan by its facts and the planned modes. A person whom only the plan refuses had certificate, permit
 * and all else in order. So these refusals would hit honest people.
 */
export function foreseeScan({ at, allowed, facts }: PastScan, { without, planned }: PlannedModes): ForeseenScan {
  const before = authorize(underModes(facts, without), at);
  const after = authorize(underModes(facts, planned), at);
  const blocks = blocksOf(after);
  const known = new Set(blocksOf(before).map(({ code }) => code));
  return {
    refusedThen: !allowed,
    refused: !after.allowed,
    newlyRefused: before.allowed && !after.allowed,
    blocks,
    newBlocks: blocks.filter(({ code }) => !known.has(code)),
  };
}

const blocksOf = ({ findings }: Decision): Finding[] => findings.filter(isBlocking);
