import { Injectable } from '@nestjs/common';
import type { HandoverKind, HandoverState } from '../../../domain/registry/machine-handover';
import type { Tx } from '../../../platform/database/unit-of-work';
import { EnterpriseRow } from '../../../schema/registry/enterprise.row';
import { MachineHandoverRow } from '../../../schema/registry/machine-handover.row';
import { MachineRow } from '../../../schema/registry/machine.row';
import { WelderRow } from '../../../schema/registry/welder.row';

export interface Handover extends Readonly<MachineHandoverRow> {
  readonly kind: HandoverKind;
  readonly state: HandoverState;
}

/** An enterprise or a person, never both. */
export interface Receiver {
  readonly toEnterpriseId: string | null;
  readonly toWelderId: string | null;
  readonly regionCode: string;
}

type Answer = Pick<Handover, 'state'> &
  Partial<Pick<Handover, 'answeredBy' | 'answeredAt' | 'reason' | 'endedBy' | 'endedAt'>>;

@Injectable()
export class HandoverStore {
  /** False where the machine is offered, rented out or lent already. */
  insert(tx: Tx, handover: Handover): Promise<boolean> {
    return tx.rows(MachineHandoverRow).insertNew(handover);
  }

  lock(tx: Tx, id: string): Promise<Handover | null> {
    const lock = { mode: 'pessimistic_write' } as const;
    return tx.rows(MachineHandoverRow).findOne({ where: { id }, lock }) as Promise<Handover | null>;
  }

  async change(tx: Tx, id: string, answer: Answer): Promise<void> {
    await tx.rows(MachineHandoverRow).update({ id }, answer);
  }

  /** By the number on a business licence, or the code on a welder's card. */
  async receiverOf(tx: Tx, number: string): Promise<Receiver | null> {
    const uscc = number.toUpperCase();
    const enterprise = await tx.rows(EnterpriseRow).findOne({ where: { uscc, status: 'active' } });
    if (enterprise) return { toEnterpriseId: enterprise.id, toWelderId: null, regionCode: enterprise.regionCode };
    const welder = await tx.rows(WelderRow).findOne({ where: { code: number, status: 'active' } });
    return welder ? { toEnterpriseId: null, toWelderId: welder.id, regionCode: welder.regionCode } : null;
  }

  async regionOf(tx: Tx, { toEnterpriseId, toWelderId }: Omit<Receiver, 'regionCode'>): Promise<string | null> {
    const found =
      toEnterpriseId === null
        ? await tx.rows(WelderRow).findOne({ where: { id: toWelderId ?? '' } })
        : await tx.rows(EnterpriseRow).findOne({ where: { id: toEnterpriseId } });
    return found?.regionCode ?? null;
  }

  /** Who answers for the use of a machine; null, null: its owner. Where it stands now nobody has seen. */
  async putUser(tx: Tx, machineId: string, user: { readonly enterpriseId: string | null; readonly welderId: string | null }): Promise<void> {
    await tx.rows(MachineRow).update({ id: machineId }, { userEnterpriseId: user.enterpriseId, userWelderId: user.welderId, lat: null, lng: null, placeName: null });
  }
} // prettier-ignore
