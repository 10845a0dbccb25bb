import type { Case } from '../case';
import type { Reading } from '../oracle/world';

/** One way off the honest path; the oracle says whether it matters. `kind` is the finding it belongs to. */
export interface Way {
  readonly kind: string;
  readonly name: string;
  readonly applies: When;
  readonly change: (c: Case) => Case;
  readonly weight: number;
}

export type When = (c: Case) => boolean;

export const always: When = () => true;
export const onPermit: When = (c) => c.permitted === 'permit';
export const strict: When = (c) => c.town !== 'lenient';
export const chemical: When = (c) => onPermit(c) && c.regime === 'chemical';
export const small: When = (c) => onPermit(c) && c.regime === 'small';
export const large: When = (c) => onPermit(c) && c.regime !== 'small';
export const job: When = (c) => c.way === 'job';

export const set =
  (change: Partial<Case>) =>
  (c: Case): Case => ({ ...c, ...change });

export const row = (kind: string, name: string, applies: When, change: (c: Case) => Case, weight = 1): Way => ({
  kind,
  name,
  applies,
  change,
  weight,
});

export const before =
  (...happenings: Case['before']) =>
  (c: Case): Case => ({ ...c, before: [...c.before, ...happenings] });

export const after =
  (...happenings: Case['after']) =>
  (c: Case): Case => ({ ...c, after: [...c.after, ...happenings] });

export const gasAsked: When = (c) => onPermit(c) && c.gasTests.length > 0;

/** Each gas that the permit names, with one value in % vol. */
export const named = (c: Case, value: number): Reading[] => c.gases.map((gas) => ({ gas, value, unit: '%vol' }));
