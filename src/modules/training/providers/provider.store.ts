import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Tx } from '../../../platform/database/unit-of-work';
import { TrainingProviderRow } from '../../../schema/training/training-provider.row';
import { TrainingProviderCheckRow } from '../../../schema/training/training-provider-check.row';
import { regionsAround } from '../training-reach';

@Injectable()
export class ProviderStore {
  /** False where the region has one of this name. */
  insert(tx: Tx, provider: TrainingProviderRow): Promise<boolean> {
    return tx.rows(TrainingProviderRow).insertNew(provider);
  }

  find(tx: Tx, id: string): Promise<TrainingProviderRow | null> {
    return tx.rows(TrainingProviderRow).findOne({ where: { id } });
  }

  /** False where the enterprise is another school already; the unique index decides between two at once. */
  async link(tx: Tx, id: string, enterpriseId: string): Promise<boolean> {
    const rows = await tx.query<{ id: string }>(
      `update training_providers set enterprise_id = $2 where id = $1
         and not exists (select 1 from training_providers o where o.enterprise_id = $2 and o.id <> $1) returning id`,
      [id, enterpriseId],
    );
    return rows.length > 0;
  }

  async addCheck(tx: Tx, check: TrainingProviderCheckRow, state: string): Promise<void> {
    await tx.rows(TrainingProviderCheckRow).insert(check);
    await tx.rows(TrainingProviderRow).update({ id: check.providerId }, { state });
  }

  async list(
    tx: Tx,
    regionCode: string,
    { limit, cursor }: { limit: number; cursor?: string },
  ): Promise<TrainingProviderRow[]> {
    // prettier-ignore
    const near = regionsAround(regionCode);
    const ids = await tx.query<{ id: string }>(
      `select id from training_providers where ($1::text is null or id < $1)
         and (region_code = any($2) or (region_code >= $3 and region_code < $4)) order by id desc limit $5`,
      [cursor ?? null, near.around, near.from, near.to, limit + 1],
    );
    const where = { id: In(ids.map(({ id }) => id)) };
    return tx.rows(TrainingProviderRow).find({ where, order: { id: 'DESC' } });
  }

  /** The newest first. */
  checksOf(tx: Tx, providerIds: readonly string[]): Promise<TrainingProviderCheckRow[]> {
    const where = { providerId: In(providerIds) };
    return tx.rows(TrainingProviderCheckRow).find({ where, order: { id: 'DESC' } });
  }
}
