import { Injectable } from '@nestjs/common';
import { IsNull, LessThan } from 'typeorm';
import type { RegistrationKind, RegistrationState } from '../../domain/people/registration';
import type { Instant } from '../../kernel/time';
import type { Tx } from '../../platform/database/unit-of-work';
import { RegistrationHandoverRow } from '../../schema/registrations/registration-handover.row';
import { RegistrationRow } from '../../schema/registrations/registration.row';
import type { RegistrationQuery } from './registration.dto';

export interface Registration extends Readonly<RegistrationRow> {
  readonly kind: RegistrationKind;
  readonly state: RegistrationState;
}

type Settled = Partial<Pick<RegistrationRow, 'refusedFor' | 'welderId' | 'enterpriseId' | 'userId'>>;

@Injectable()
export class RegistrationStore {
  /** False where this phone waits for the same already. */
  insert(tx: Tx, registration: Registration): Promise<boolean> {
    return tx.rows(RegistrationRow).insertNew(registration);
  }

  async list(tx: Tx, { limit, cursor, state, kind }: RegistrationQuery): Promise<Registration[]> {
    const where = { ...(cursor && { id: LessThan(cursor) }), ...(state && { state }), ...(kind && { kind }) };
    return (await tx.rows(RegistrationRow).find({ where, order: { id: 'DESC' }, take: limit + 1 })) as Registration[];
  }

  async find(tx: Tx, id: string): Promise<Registration | null> {
    return (await tx.rows(RegistrationRow).findOne({ where: { id } })) as Registration | null;
  }

  /** Of two who settle it at once, the second finds it settled. */
  async lock(tx: Tx, id: string): Promise<Registration | null> {
    const lock = { mode: 'pessimistic_write' } as const;
    return (await tx.rows(RegistrationRow).findOne({ where: { id }, lock })) as Registration | null;
  }

  async ofPhone(tx: Tx, phoneHash: string): Promise<Registration[]> {
    const question = { where: { phoneHash }, order: { id: 'DESC' }, take: 20 } as const;
    return (await tx.rows(RegistrationRow).find(question)) as Registration[];
  }

  async settle(
    tx: Tx,
    id: string,
    state: RegistrationState,
    { by, at, ...settled }: Settled & { by: string; at: Instant },
  ): Promise<void> {
    await tx.rows(RegistrationRow).update({ id }, { state, settledAt: at, settledBy: by, ...settled });
  }

  handovers(tx: Tx, registrationId: string): Promise<RegistrationHandoverRow[]> {
    return tx.rows(RegistrationHandoverRow).find({ where: { registrationId }, order: { id: 'ASC' } });
  }

  /** Whether nobody signed the receipt of the last handover yet. */
  awaitsReceipt(tx: Tx, registrationId: string): Promise<boolean> {
    return tx.rows(RegistrationHandoverRow).existsBy({ registrationId, receivedAt: IsNull() });
  }

  async handOver(tx: Tx, handover: RegistrationHandoverRow): Promise<void> {
    await tx.rows(RegistrationHandoverRow).insert(handover);
    await tx.rows(RegistrationRow).update({ id: handover.registrationId }, { trade: handover.toTrade });
  }

  async receive(tx: Tx, registrationId: string, receivedBy: string, receivedAt: Instant): Promise<void> {
    const open = { registrationId, receivedAt: IsNull() };
    await tx.rows(RegistrationHandoverRow).update(open, { receivedBy, receivedAt });
  }
}
