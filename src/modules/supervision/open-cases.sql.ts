import { ENDED_STATES } from '../../domain/violations/violation-life-cycle';

/** `isOpen` of the domain in SQL, of a column with states. The partial indexes of `violations` name the same states. */
export const isOpenSql = (state: string): string =>
  `${state} not in (${ENDED_STATES.map((one) => `'${one}'`).join(', ')})`;
