import { Injectable } from '@nestjs/common';
import type { PermitState } from '../../../domain/permits/permit';
import type { PermitRules } from '../../../domain/permits/permit-rules';
import { excludedBy, usableTimes, type Outlook, type UnusableBecause } from '../../../domain/permits/usable-time';
import type { CalendarDay } from '../../../domain/rules/calendar';
import { shanghaiDate, shanghaiDays, type Instant, type Period } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';
import { CalendarReader } from '../../rules/calendar.reader';
import type { StoredPermit } from '../stored-permit';

/** Within its planned time the stretch in which a permit may be used now, or next. */
export interface Usability {
  readonly usableFrom: Instant | null;
  readonly usableUntil: Instant | null;
  /** What ends the stretch; empty where the planned time does. */
  readonly usableUntilBecause: readonly UnusableBecause[];
  /** All that keeps it from being used at some time: a permit of 72 h has no nights. */
  readonly excluded: readonly UnusableBecause[];
}

/** Its level is decided at submission: before that nobody can say. */
const UNDECIDED: readonly PermitState[] = ['draft', 'returned', 'rejected', 'cancelled'];
const NOT_SAID: Usability = { usableFrom: null, usableUntil: null, usableUntilBecause: [], excluded: [] };

/** From when until when a permit may be used, as its page says it. */
@Injectable()
export class PermitUsability {
  constructor(private readonly calendar: CalendarReader) {}

  async usabilityOf(tx: Tx, permit: StoredPermit, rules: PermitRules, at: Instant): Promise<Usability> {
    if (UNDECIDED.includes(permit.state)) return NOT_SAID;
    const time = { from: permit.plannedStart, to: permit.plannedEnd };
    const outlook = await this.outlook(tx, permit, time);
    const times = usableTimes(permit, outlook, rules, time);
    const now = times.find(({ to }) => at < to) ?? times.at(-1);
    return {
      usableFrom: now?.from ?? null,
      usableUntil: now?.to ?? null,
      usableUntilBecause: now?.because ?? [],
      excluded: excludedBy(permit, outlook, rules, time),
    };
  }

  private async outlook(tx: Tx, { regionCode }: StoredPermit, time: Period): Promise<Outlook> {
    const [{ years, days }, specialPeriods] = await Promise.all([
      this.calendar.calendar(tx, time.from, time.to),
      this.calendar.specialPeriods(tx, regionCode, time.from, time.to),
    ]);
    const told = shanghaiDays(time).map((midnight): [string, CalendarDay] => {
      const date = shanghaiDate(midnight);
      return [date, { dayKind: days.get(date)?.kind ?? null, yearKnown: years.has(Number(date.slice(0, 4))) }];
    });
    return { days: Object.fromEntries(told), specialPeriods };
  }
}
