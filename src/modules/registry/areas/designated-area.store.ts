import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import type { Instant } from '../../../kernel/time';
import { valuesOf } from '../../../platform/database/rows';
import { timestamp } from '../../../platform/database/timestamp';
import type { Tx } from '../../../platform/database/unit-of-work';
import { DesignatedAreaRow } from '../../../schema/registry/designated-area.row';
import type { DesignatedAreaQuery } from './designated-area.dto';

const NAMES = [
  'id', 'name', 'enterpriseId', 'ownerWelderId', 'placeKinds', 'regionCode', 'lat', 'lng', 'radiusM', 'radiusReason',
  'signboardBoundAt', 'withoutSignalAt', 'validFrom', 'validTo', 'createdAt',
] as const; // prettier-ignore

/** A designated area as it is shown. */
export type DesignatedArea = Readonly<Pick<DesignatedAreaRow, (typeof NAMES)[number]>>;

@Injectable()
export class DesignatedAreaStore {
  insert(tx: Tx, area: DesignatedArea, by: string): Promise<void> {
    const withoutSignalBy = area.withoutSignalAt === null ? null : by;
    return tx.rows(DesignatedAreaRow).insert({ ...valuesOf(area, NAMES), withoutSignalBy });
  }

  list(tx: Tx, { enterpriseId, limit, cursor }: DesignatedAreaQuery): Promise<DesignatedArea[]> {
    return tx.rows(DesignatedAreaRow).find({
      where: { id: LessThan(cursor ?? 'Z'), ...(enterpriseId !== undefined && { enterpriseId }) },
      order: { id: 'DESC' },
      take: limit + 1,
    });
  }

  lock(tx: Tx, id: string): Promise<DesignatedArea | null> {
    return tx.rows(DesignatedAreaRow).findOne({ where: { id }, lock: { mode: 'for_no_key_update' } });
  }

  async stateSignal(tx: Tx, id: string, withoutSignal: boolean, by: string, at: Instant): Promise<void> {
    const stated = { withoutSignalAt: withoutSignal ? at : null, withoutSignalBy: withoutSignal ? by : null };
    await tx.rows(DesignatedAreaRow).update({ id }, stated);
  }

  /** Raw SQL as in `adoptKinds`: several areas follow one another, each with its entry in the journal. */
  async close(tx: Tx, id: string, siteId: string, at: Instant, to: Instant): Promise<void> {
    await tx.query(
      'update designated_areas set closing_since = $2, closing_site_id = $3, valid_to = $4 where id = $1',
      [id, timestamp(at), siteId, timestamp(to)],
    );
  }

  async adoptKinds(tx: Tx, id: string, kinds: readonly string[]): Promise<void> {
    await tx.query('update designated_areas set place_kinds = $2 where id = $1', [id, kinds]);
  }

  /** The constraint that gives one board to one area. */
  async bindSignboard(tx: Tx, id: string, code: string, by: string, at: Instant): Promise<void> {
    const bound = { signboardCode: code, signboardBoundBy: by, signboardBoundAt: at };
    await tx.rows(DesignatedAreaRow).update({ id }, bound);
  }
}
