import { isWithin } from '../../kernel/region-code';
import type { Scope } from './scope';

/** The owner and place of a row, as row level security compares them. */
interface Belonging {
  readonly regionCode: string;
  readonly enterpriseId?: string | null;
  readonly welderId?: string | null;
}

/** Asked before a write what the table's policy would answer with a fault: nobody makes or moves a row out of their own sight. */
export function reaches(scope: Scope, row: Belonging): boolean {
  switch (scope.kind) {
    case 'system':
      return true;
    case 'region':
      return isWithin(row.regionCode, scope.regionCode);
    case 'enterprise':
      return row.enterpriseId === scope.enterpriseId;
    case 'person':
      return scope.welderId !== null && row.welderId === scope.welderId;
  }
}
