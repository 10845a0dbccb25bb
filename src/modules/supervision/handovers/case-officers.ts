import { Injectable } from '@nestjs/common';
import { officialFault, type CaseOfficer, type HandoverFault } from '../../../domain/violations/case-handover';
import type { ViolationState } from '../../../domain/violations/violation-kinds';
import type { Caller } from '../../../platform/auth/caller';
import type { Tx } from '../../../platform/database/unit-of-work';
import { UsersReader } from '../../identity/users.reader';
import { CaseHandoverStore } from './case-handover.store';

/** Which officials go on with a case that was handed from one department to another. */
@Injectable()
export class CaseOfficers {
  constructor(
    private readonly handovers: CaseHandoverStore,
    private readonly users: UsersReader,
  ) {}

  async of(tx: Tx, { userId, roles }: Caller): Promise<CaseOfficer> {
    return { userId, roles, trades: await this.users.tradesOf(tx, userId) };
  }

  /** Null: they may. Most cases were never handed over, and then nobody's trades are asked for. */
  async faultOf(
    tx: Tx,
    { id, state }: { readonly id: string; readonly state: ViolationState },
    caller: Caller,
  ): Promise<HandoverFault | null> {
    const handovers = await this.handovers.of(tx, id);
    if (handovers.length === 0) return null;
    return officialFault({ state, handovers }, await this.of(tx, caller));
  }
}
