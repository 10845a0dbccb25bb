import { Injectable } from '@nestjs/common';
import type { Confirmer } from '../../../domain/sites/workshop';
import type { Refusal } from '../../../kernel/refusal';
import type { Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';
import { WorkshopRow } from '../../../schema/sites/workshop.row';
import { StoredWorkshops, type Workshop } from './workshop.view';

type NewWorkshop = Pick<
  WorkshopRow,
  'id' | 'name' | 'ownerWelderId' | 'enterpriseId' | 'regionCode' | 'lat' | 'lng' | 'radiusM' | 'placeKinds' | 'askedBy'
>;

@Injectable()
export class WorkshopStore {
  constructor(private readonly stored: StoredWorkshops) {}

  /** Null where another request of theirs waits. */
  async insert(tx: Tx, one: NewWorkshop, at: Instant): Promise<Workshop | null> {
    const isNew = await tx.rows(WorkshopRow).insertNew({ ...one, askedAt: at });
    return isNew ? this.stored.lock(tx, one.id) : null;
  }

  async confirm(tx: Tx, id: string, as: Confirmer, by: string, at: Instant): Promise<void> {
    const confirmed =
      as === 'grid' ? { gridConfirmedBy: by, gridConfirmedAt: at } : { countyConfirmedBy: by, countyConfirmedAt: at };
    await tx.rows(WorkshopRow).update({ id }, confirmed);
  }

  async settle(tx: Tx, id: string, areaId: string): Promise<void> {
    await tx.rows(WorkshopRow).update({ id }, { designatedAreaId: areaId });
  }

  /** Raw SQL, because several workshops may end one after another, each with its entry in the journal. */
  async end(tx: Tx, id: string, { code, params = {} }: Pick<Refusal, 'code' | 'params'>, at: Instant): Promise<void> {
    await tx.query('update workshops set ended_at = $2, ended_because = $3, ended_params = $4 where id = $1', [
      id,
      new Date(at),
      code,
      JSON.stringify(params),
    ]);
  }

  async refuse(tx: Tx, id: string, by: string, reason: string, at: Instant): Promise<void> {
    await tx.rows(WorkshopRow).update({ id }, { refusedBy: by, refusedBecause: reason, refusedAt: at });
  }
}
