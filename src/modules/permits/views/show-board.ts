import { Injectable } from '@nestjs/common';
import type { PermitState } from '../../../domain/permits/permit';
import type { Caller } from '../../../platform/auth/caller';
import type { Language } from '../../../platform/i18n/texts';
import { Clock } from '../../../platform/time/clock';
import { FindPermits, toIdQuery } from './find-permits';
import type { PermitBoard } from './permit-list.dto';
import type { PermitBoardQuery } from './permit-query.dto';

/** From asking to done, then how it can go wrong. */
const COLUMNS: readonly PermitState[] = [
  'draft', 'returned', 'submitted', 'approved', 'issued', 'active', 'suspended', 'fire_watch', 'closed', 'expired', 'rejected', 'cancelled',
]; // prettier-ignore

/** Columns by state, each with its first cards. A column goes on as the list of its state. */
@Injectable()
export class ShowBoard {
  constructor(
    private readonly permits: FindPermits,
    private readonly clock: Clock,
  ) {}

  async execute(caller: Caller, query: PermitBoardQuery, language: Language): Promise<PermitBoard> {
    const at = this.clock.now();
    const reach = await this.permits.reach(caller, query.mine, at);
    const states = COLUMNS.filter((state) => query.state?.includes(state) ?? true);
    const queries = states.map((state) => ({ ...toIdQuery(query), states: [state] }));
    const pages = await this.permits.pages(reach, queries, language, at);
    return { columns: states.flatMap((state, i) => (pages[i] ? [{ state, ...pages[i] }] : [])) };
  }
}
