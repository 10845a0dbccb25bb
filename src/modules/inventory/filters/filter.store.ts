import { Injectable } from '@nestjs/common';
import type { InventoryKind } from '../../../domain/inventory/inventory';
import type { Tx } from '../../../platform/database/unit-of-work';
import { InventoryFilterRow } from '../../../schema/inventory/inventory-filter.row';

export interface KeptFilter extends InventoryFilterRow {
  readonly kind: InventoryKind;
  readonly query: Record<string, string>;
}

/** Filters under names, each seen and changed by whoever saved it. */
@Injectable()
export class FilterStore {
  of(tx: Tx, userId: string): Promise<KeptFilter[]> {
    return tx.rows(InventoryFilterRow).find({ where: { userId }, order: { name: 'ASC' } }) as Promise<KeptFilter[]>;
  }

  /** False where a filter of this name is there already. */
  insert(tx: Tx, filter: KeptFilter): Promise<boolean> {
    return tx.rows(InventoryFilterRow).insertNew(filter);
  }

  async remove(tx: Tx, userId: string, id: string): Promise<boolean> {
    return (await tx.rows(InventoryFilterRow).delete({ id, userId })) > 0;
  }
}
