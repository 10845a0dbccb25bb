import type { SpecialPeriod } from '../../domain/rules/calendar';
import { columnsOf } from '../../platform/database/columns';
import { SpecialPeriodRow } from '../../schema/rules/special-period.row';

/** Who declared a period is for the audit trail. */
const COLUMNS = ['id', 'name', 'regionCode', 'validFrom', 'validTo'] as const;

export type ReadPeriod = Pick<SpecialPeriodRow, (typeof COLUMNS)[number]>;

/** Columns of `special_periods p`. */
export const PERIOD = columnsOf(SpecialPeriodRow, 'p', COLUMNS);

export const toPeriod = ({ id, name, regionCode, validFrom, validTo }: ReadPeriod): SpecialPeriod => ({
  id,
  name,
  regionCode,
  from: validFrom,
  to: validTo,
});
