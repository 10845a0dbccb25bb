import { Injectable } from '@nestjs/common';
import type { HelpCommand, HelpState } from '../../../domain/help/help-life-cycle';
import type { Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';
import { HelpStepRow } from '../../../schema/help/help-step.row';
import { HelpTicketRow } from '../../../schema/help/help-ticket.row';

export interface StoredTicket extends Readonly<HelpTicketRow> {
  readonly state: HelpState;
}

export interface NewStep extends Readonly<Omit<HelpStepRow, 'command'>> {
  readonly command: HelpCommand;
}

@Injectable()
export class HelpStore {
  /** False: this refusal has its ticket. */
  insertNew(tx: Tx, ticket: StoredTicket): Promise<boolean> {
    return tx.rows(HelpTicketRow).insertNew({ ...ticket });
  }

  async ofDecision(tx: Tx, decisionId: string): Promise<StoredTicket | null> {
    return toTicket(await tx.rows(HelpTicketRow).findOne({ where: { decisionId } }));
  }

  async find(tx: Tx, id: string): Promise<StoredTicket | null> {
    return toTicket(await tx.rows(HelpTicketRow).findOne({ where: { id } }));
  }

  /** One command after the other. */
  async lock(tx: Tx, id: string): Promise<StoredTicket | null> {
    const lock = { mode: 'pessimistic_write' } as const;
    return toTicket(await tx.rows(HelpTicketRow).findOne({ where: { id }, lock }));
  }

  async saveStep(tx: Tx, { id }: StoredTicket, step: NewStep, to: HelpState, at: Instant): Promise<void> {
    const takenBy = step.command === 'take' ? { takenBy: step.takenBy } : {};
    const closedAt = to === 'closed' ? at : null;
    await tx.rows(HelpTicketRow).update({ id }, { state: to, closedAt, ...takenBy });
    await tx.rows(HelpStepRow).insert({ ...step, findingCodes: [...step.findingCodes] });
  }
}

const toTicket = (row: HelpTicketRow | null): StoredTicket | null => row && { ...row, state: row.state as HelpState };
