import { Injectable } from '@nestjs/common';
import type { PermitState } from '../../../domain/permits/permit';
import type { Request } from '../../../platform/auth/request';
import { FindPermits, toIdQuery } from './query/find-permits';
import type { PermitBoard } from './permit-list.dto';
import type { PermitBoardQuery } from './permit-query.dto';

/** From asking to done, then how it can go wrong. */
const COLUMNS: readonly PermitState[] = [
  'draft', 'returned', 'submitted', 'approved', 'issued', 'active', 'suspended', 'fire_watch', 'closed', 'expired', 'rejected', 'cancelled',
]; // prettier-ignore

/** Columns by state, each with its first cards. A column goes on as the list of its state. */
@Injectable()
export class ShowBoard {
  constructor(private readonly permits: FindPermits) {}

  async execute(request: Request, query: PermitBoardQuery): Promise<PermitBoard> {
    const reach = await this.permits.reach(request, query.mine);
    const states = COLUMNS.filter((state) => query.state?.includes(state) ?? true);
    const queries = states.map((state) => ({ ...toIdQuery(query), states: [state] }));
    const pages = await this.permits.pages(request, reach, queries);
    return { columns: states.flatMap((state, i) => (pages[i] ? [{ state, ...pages[i] }] : [])) };
  }
}
