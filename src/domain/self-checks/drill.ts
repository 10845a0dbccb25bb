import { shanghaiDate, type Instant } from '../../kernel/time';

export const DRILL_KINDS = ['evacuation', 'fire', 'rescue', 'gas-leak'] as const;
export type DrillKind = (typeof DRILL_KINDS)[number];

export type DrillFault = 'drill.in-future' | 'drill.too-old' | 'drill.remedies-missing';

/** What was held longer ago is history, and no longer a record of this platform. */
const OLDEST_YEARS = 3;

export interface HeldDrill {
  readonly heldOn: string;
  readonly shortcomings: string;
  readonly remedies: string;
}

/** The field to blame and why; a shortcoming without a remedy is half a record. */
export function faultOfDrill(
  { heldOn, shortcomings, remedies }: HeldDrill,
  at: Instant,
): { readonly field: 'heldOn' | 'remedies'; readonly fault: DrillFault } | null {
  const today = shanghaiDate(at);
  if (heldOn > today) return { field: 'heldOn', fault: 'drill.in-future' };
  const oldest = `${Number(today.slice(0, 4)) - OLDEST_YEARS}${today.slice(4)}`;
  if (heldOn < oldest) return { field: 'heldOn', fault: 'drill.too-old' };
  return shortcomings !== '' && remedies === '' ? { field: 'remedies', fault: 'drill.remedies-missing' } : null;
}
