import { Injectable } from '@nestjs/common';
import type { CollectionKind, CollectionState } from '../../domain/collection/collection';
import type { MatchReason } from '../../domain/collection/duplicates';
import type { Tx } from '../../platform/database/unit-of-work';
import { CollectionRow } from '../../schema/collection/collection.row';
import { HeldWelderRow } from '../../schema/collection/held-welder.row';

export interface Collection extends Readonly<CollectionRow> {
  readonly kind: CollectionKind;
  readonly state: CollectionState;
  readonly reasons: MatchReason[];
}

@Injectable()
export class CollectionStore {
  /** Collections of a county take turns: two people at one machine do not both find nobody there before them. */
  async takeTurn(tx: Tx, kind: CollectionKind, county: string): Promise<void> {
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`collection ${kind} ${county}`]);
  }

  /** What a device sent before under this number. */
  ofDevice(tx: Tx, collectedBy: string, deviceNumber: string): Promise<Collection | null> {
    return tx.rows(CollectionRow).findOne({ where: { collectedBy, deviceNumber } }) as Promise<Collection | null>;
  }

  lock(tx: Tx, id: string): Promise<Collection | null> {
    return tx.rows(CollectionRow).findOne({ where: { id }, lock: { mode: 'pessimistic_write' } }) as Promise<Collection | null>; // prettier-ignore
  }

  insert(tx: Tx, collection: Collection): Promise<void> {
    return tx.rows(CollectionRow).insert(collection);
  }

  /** The number was typed: the person is registered, or was before. */
  async settle(tx: Tx, id: string, entityId: string, duplicateOf: string | null): Promise<void> {
    await tx.rows(HeldWelderRow).delete({ collectionId: id });
    await tx.rows(CollectionRow).update({ id }, { state: 'done', entityId, duplicateOf });
  }

  /** Name and phone, sealed, until the number of the document is typed. */
  hold(tx: Tx, collectionId: string, sealed: string): Promise<void> {
    return tx.rows(HeldWelderRow).insert({ collectionId, sealed });
  }

  async held(tx: Tx, collectionId: string): Promise<string | null> {
    return (await tx.rows(HeldWelderRow).findOne({ where: { collectionId } }))?.sealed ?? null;
  }

  async noteCertificate(
    tx: Tx,
    id: string,
    of: { certificateId: string } | { certificateFault: string },
  ): Promise<void> {
    await tx.rows(CollectionRow).update({ id }, of);
  }
}
