import { AUTHORITY, hasRole } from '../people/roles';
import type { Control, Process } from './machine';
import { takesChip } from './machine-rules';

/** What decides by which rules a machine works. */
export interface StatedFacts {
  readonly process: Process;
  readonly control: Control;
  readonly outlets: number;
  readonly ratedCurrentA: number | null;
  readonly automatic: boolean;
}

const FACT_FIELDS = ['process', 'control', 'outlets', 'ratedCurrentA', 'automatic'] as const;
export type FactField = (typeof FACT_FIELDS)[number];

export const changedFacts = (before: StatedFacts, after: StatedFacts): FactField[] =>
  FACT_FIELDS.filter((field) => before[field] !== after[field]);

/** The person who states facts about a machine. */
export interface Speaker {
  readonly roles: readonly string[];
  /** Speaks for a region and not for an enterprise or for themselves. */
  readonly ofRegion: boolean;
  readonly enterpriseId: string | null;
}

/** Who sees a machine on the spot: technicians at the fitting, officials on their round. A person cannot confirm machines of their own enterprise. */
export const mayConfirm = (
  { roles, ofRegion, enterpriseId }: Speaker,
  machine: { readonly enterpriseId: string | null },
): boolean =>
  ofRegion &&
  hasRole({ roles }, ...AUTHORITY, 'grid-worker', 'technician') &&
  (enterpriseId === null || enterpriseId !== machine.enterpriseId);

export type FactsFault = 'machine.facts-not-yours' | 'machine.facts-photo-missing' | 'machine.facts-reason-missing';

/** What speaks against a change of facts; null: nothing, or none is changed and none confirmed. */
export function factsFault(
  changed: readonly FactField[],
  { confirms, photoGiven, reasonGiven }: { confirms: boolean; photoGiven: boolean; reasonGiven: boolean },
): FactsFault | null {
  if (changed.length === 0 && !photoGiven) return null;
  if (!confirms) return 'machine.facts-not-yours';
  if (!photoGiven) return 'machine.facts-photo-missing';
  return reasonGiven ? null : 'machine.facts-reason-missing';
}

/** A machine whose facts nobody but its enterprise may have confirmed. */
export interface Claimed {
  readonly factsClaimed?: boolean;
}

/** Said to be a set without chip, and seen by nobody: an electric set may be called a gas set. */
export const claimsNoChip = ({ factsClaimed = false, control }: Claimed & { readonly control: Control }): boolean =>
  factsClaimed && !takesChip(control);

/** An automatic machine leaves its welder free for another one, so that has to be confirmed. */
export const worksByItself = ({
  factsClaimed = false,
  automatic,
}: Claimed & { readonly automatic: boolean }): boolean => automatic && !factsClaimed;
