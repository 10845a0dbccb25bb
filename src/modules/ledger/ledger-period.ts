import { wrongField, type Refusal } from '../../kernel/refusal';
import { ok, refused, type Result } from '../../kernel/result';
import { DAY, shanghaiDate, type Instant } from '../../kernel/time';
import type { LedgerQuery } from './ledger.dto';

/** Both days belong to it. */
export interface LedgerPeriod {
  readonly from: string;
  readonly to: string;
}

const YEAR = 365 * DAY;
const LONGEST = 3 * YEAR + DAY;

export function ledgerPeriod({ from, to }: LedgerQuery, at: Instant): Result<LedgerPeriod, Refusal> {
  const last = to ?? shanghaiDate(at);
  const first = from ?? shanghaiDate(Date.parse(`${last}T00:00:00+08:00`) - YEAR);
  const length = Date.parse(last) - Date.parse(first);
  return length < 0 || length > LONGEST ? refused(wrongField('to', 'ledger.period')) : ok({ from: first, to: last });
}
