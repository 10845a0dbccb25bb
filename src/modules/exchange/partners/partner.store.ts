import { Injectable } from '@nestjs/common';
import { IsNull, LessThan } from 'typeorm';
import type { Agreement } from '../../../domain/exchange/agreement';
import type { ExchangeKind, PartnerKind } from '../../../domain/exchange/exchange-kinds';
import type { FieldRow, Mapping } from '../../../domain/exchange/mapping';
import type { Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';
import { ExchangeLineRow } from '../../../schema/exchange/exchange-line.row';
import { ExchangeMappingRow } from '../../../schema/exchange/exchange-mapping.row';
import { ExchangePartnerRow } from '../../../schema/exchange/exchange-partner.row';
import { ExchangeStockRow } from '../../../schema/exchange/exchange-stock.row';

export const PARTNER_SEAL = 'exchange.secret';

export interface Partner extends Readonly<ExchangePartnerRow> {
  readonly kind: PartnerKind;
}

export interface StoredMapping extends Readonly<ExchangeMappingRow> {
  readonly kind: ExchangeKind;
  readonly fields: readonly FieldRow[];
}

export const agreementOf = ({ agreedFrom, agreedUntil, purposes }: Partner): Agreement | null =>
  agreedFrom === null || agreedUntil === null ? null : { purposes, from: agreedFrom, until: agreedUntil };

@Injectable()
export class PartnerStore {
  /** False where the region has a platform of this name. */
  async insert(tx: Tx, partner: Partner): Promise<boolean> {
    if (!(await tx.rows(ExchangePartnerRow).insertNew(partner))) return false;
    await tx.rows(ExchangeLineRow).insert({ partnerId: partner.id, checkDueAt: partner.createdAt });
    return true;
  }

  find(tx: Tx, id: string): Promise<Partner | null> {
    return tx.rows(ExchangePartnerRow).findOne({ where: { id } }) as Promise<Partner | null>;
  }

  active(tx: Tx): Promise<Partner[]> {
    return tx.rows(ExchangePartnerRow).find({ where: { stoppedAt: IsNull() }, order: { id: 'ASC' } }) as Promise<
      Partner[]
    >;
  }

  list(tx: Tx, { limit, cursor }: { limit: number; cursor?: string }): Promise<Partner[]> {
    const where = cursor === undefined ? {} : { id: LessThan(cursor) };
    return tx.rows(ExchangePartnerRow).find({ where, order: { id: 'DESC' }, take: limit + 1 }) as Promise<Partner[]>;
  }

  async stop(tx: Tx, id: string, stoppedBy: string, stoppedAt: Instant): Promise<boolean> {
    return (await tx.rows(ExchangePartnerRow).update({ id, stoppedAt: IsNull() }, { stoppedBy, stoppedAt })) > 0;
  }

  async agree(tx: Tx, id: string, changes: Partial<ExchangePartnerRow>): Promise<void> {
    await tx.rows(ExchangePartnerRow).update({ id }, changes);
  }

  mappings(tx: Tx, partnerId: string): Promise<StoredMapping[]> {
    return tx
      .rows(ExchangeMappingRow)
      .find({ where: { partnerId }, order: { kind: 'ASC', validFrom: 'ASC' } }) as Promise<StoredMapping[]>;
  }

  /** False where one begins on this day already. All of the kind is looked through again. */
  async insertMapping(tx: Tx, mapping: StoredMapping): Promise<boolean> {
    if (!(await tx.rows(ExchangeMappingRow).insertNew(mapping))) return false;
    await this.lookThrough(tx, mapping.partnerId, mapping.kind);
    return true;
  }

  /** From the first registration of the kind on. */
  async lookThrough(tx: Tx, partnerId: string, kind: ExchangeKind): Promise<void> {
    if (await tx.rows(ExchangeStockRow).insertNew({ partnerId, kind, afterId: '', doneAt: null })) return;
    await tx.rows(ExchangeStockRow).update({ partnerId, kind }, { afterId: '', doneAt: null });
  }
}

export const mappingsOf = (stored: readonly StoredMapping[]): Mapping[] =>
  stored.map(({ kind, validFrom, fields }) => ({ kind, validFrom, fields }));
