import type { PermitState } from '../../../../domain/permits/permit';
import { subtreeRange } from '../../../../kernel/region-code';
import { DAY, type Instant } from '../../../../kernel/time';
import { isNowIn } from './effective-state.sql';
import type { Parameters } from './list-reach.view';

/** What a list is narrowed by; what is missing does not narrow it. */
export interface PermitFilter {
  readonly states?: readonly PermitState[];
  readonly regime?: string;
  readonly regionCode?: string;
  readonly enterpriseId?: string;
  /** Overlap of the planned time, half open. */
  readonly from?: Instant;
  readonly to?: Instant;
}

/** Longer than any permit (`permits_within_a_month`), so that an overlap can be looked up by the beginning. */
const LONGEST = 31 * DAY;

/** Conditions on `permits p`, all of which hold. */
export function conditionsOf(filter: PermitFilter, at: Instant, params: Parameters): string[] {
  return [
    ...stateConditions(filter.states, at, params),
    ...(filter.regime === undefined ? [] : [`p.regime = ${params.add(filter.regime)}`]),
    ...regionConditions(filter.regionCode, params),
    ...enterpriseConditions(filter.enterpriseId, params),
    ...timeConditions(filter, params),
  ];
}

const stateConditions = (states: readonly PermitState[] | undefined, at: Instant, params: Parameters): string[] =>
  states === undefined ? [] : isNowIn(states, () => params.add(new Date(at)));

function regionConditions(regionCode: string | undefined, params: Parameters): string[] {
  if (regionCode === undefined) return [];
  const { from, to } = subtreeRange(regionCode);
  return [`p.region_code >= ${params.add(from)}`, `p.region_code < ${params.add(to)}`];
}

function enterpriseConditions(enterpriseId: string | undefined, params: Parameters): string[] {
  if (enterpriseId === undefined) return [];
  const enterprise = params.add(enterpriseId);
  return [`${enterprise} in (p.enterprise_id, p.contractor_id, p.occupier_enterprise_id)`];
}

function timeConditions({ from, to }: PermitFilter, params: Parameters): string[] {
  return [
    ...(from === undefined
      ? []
      : [`p.planned_end > ${params.add(new Date(from))}`, `p.planned_start > ${params.add(new Date(from - LONGEST))}`]),
    ...(to === undefined ? [] : [`p.planned_start < ${params.add(new Date(to))}`]),
  ];
}
