import { Injectable } from '@nestjs/common';
import { nearestOf } from '../../../domain/help/duty-shift';
import type { Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';
import { RulesReader } from '../../rules/rules.reader';
import { DutyStore } from './duty.store';

/** Whom to call for a place. `name` and `until` are null where nobody is on the roster and the county's own phone answers. */
export interface DutyPerson {
  readonly phone: string;
  readonly name: string | null;
  readonly until: Instant | null;
}

/** Who answers the duty desk of a place now. Under the system's scope: whoever is refused must learn of it. */
@Injectable()
export class DutyDesk {
  constructor(
    private readonly shifts: DutyStore,
    private readonly rules: RulesReader,
  ) {}

  async onDuty(tx: Tx, regionCode: string, at: Instant): Promise<DutyPerson> {
    const shift = nearestOf(await this.shifts.around(tx, regionCode, at));
    if (shift) return { phone: shift.phone, name: shift.name, until: shift.to };
    return { phone: this.rules.book().value<string>('duty.hotline', { regionCode }, at), name: null, until: null };
  }
}
