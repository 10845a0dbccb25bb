import { isWithin, lineage, subtreeRange } from '../../kernel/region-code';
import type { Caller } from '../../platform/auth/caller';

/** Whose training a caller sees. Everything here runs under the system's scope: the reach is part of each question. */
export interface TrainingReach {
  readonly regionCode: string | null;
  readonly enterpriseId: string | null;
  readonly welderId: string | null;
}

export function reachOf({ scope }: Pick<Caller, 'scope'>): TrainingReach {
  const nobody = { regionCode: null, enterpriseId: null, welderId: null };
  switch (scope.kind) {
    case 'system':
      return { ...nobody, regionCode: '' };
    case 'region':
      return { ...nobody, regionCode: scope.regionCode };
    case 'enterprise':
      return { ...nobody, enterpriseId: scope.enterpriseId };
    case 'person':
      return { ...nobody, welderId: scope.welderId ?? '' };
  }
}

/** Officials and trainers arrange training in the region that they serve. */
export const servesRegion = ({ scope }: Pick<Caller, 'scope'>, regionCode: string): boolean =>
  scope.kind === 'region' && isWithin(regionCode, scope.regionCode);

/** Of a region-bound row: its own region lies in the caller's, or around it. */
export const regionsAround = (regionCode: string): { around: string[]; from: string; to: string } => ({
  around: lineage(regionCode),
  ...subtreeRange(regionCode),
});
