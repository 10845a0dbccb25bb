import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { TipKind, TipOutcome } from '../../domain/tips/tip-kinds';
import type { TipState } from '../../domain/tips/tip-life-cycle';
import type { Tx } from '../../platform/database/unit-of-work';
import { TipIdentityRow } from '../../schema/tips/tip-identity.row';
import { TipPhotoRow } from '../../schema/tips/tip-photo.row';
import { TipStepRow } from '../../schema/tips/tip-step.row';
import { TipRow } from '../../schema/tips/tip.row';

export interface Tip extends Readonly<TipRow> {
  readonly kind: TipKind;
  readonly state: TipState;
  readonly outcome: TipOutcome | null;
}

const asTip = (row: TipRow | null): Tip | null => row as Tip | null;

@Injectable()
export class TipStore {
  /** False where the same sending came before. */
  insertNew(tx: Tx, tip: Tip): Promise<boolean> {
    return tx.rows(TipRow).insertNew(tip);
  }

  async find(tx: Tx, id: string): Promise<Tip | null> {
    return asTip(await tx.rows(TipRow).findOne({ where: { id } }));
  }

  /** One command after the other. */
  async lock(tx: Tx, id: string): Promise<Tip | null> {
    return asTip(await tx.rows(TipRow).findOne({ where: { id }, lock: { mode: 'pessimistic_write' } }));
  }

  async ofTracking(tx: Tx, trackingHash: string): Promise<Tip | null> {
    return asTip(await tx.rows(TipRow).findOne({ where: { trackingHash } }));
  }

  async mergedInto(tx: Tx, id: string): Promise<Tip[]> {
    return (await tx.rows(TipRow).find({ where: { mergedInto: id } })) as Tip[];
  }

  async change(tx: Tx, id: string, changes: Partial<TipRow>): Promise<void> {
    await tx.rows(TipRow).update({ id }, changes);
  }

  addStep(tx: Tx, step: TipStepRow): Promise<void> {
    return tx.rows(TipStepRow).insert(step);
  }

  steps(tx: Tx, tipId: string): Promise<TipStepRow[]> {
    return tx.rows(TipStepRow).find({ where: { tipId }, order: { id: 'ASC' } });
  }

  addPhotos(tx: Tx, photos: readonly TipPhotoRow[]): Promise<void> {
    return photos.length === 0 ? Promise.resolve() : tx.rows(TipPhotoRow).insert(photos);
  }

  photos(tx: Tx, tipId: string): Promise<TipPhotoRow[]> {
    return tx.rows(TipPhotoRow).find({ where: { tipId }, order: { fileId: 'ASC' } });
  }

  /** Which of the reporter's photos go along with whoever is sent there. */
  async showPhotos(tx: Tx, tipId: string, fileIds: readonly string[]): Promise<void> {
    await tx.rows(TipPhotoRow).update({ tipId }, { shownToHandler: false });
    if (fileIds.length > 0)
      await tx.rows(TipPhotoRow).update({ tipId, fileId: In([...fileIds]) }, { shownToHandler: true });
  }

  /** Written once. These roles of the database cannot read it. */
  addIdentity(tx: Tx, identity: TipIdentityRow): Promise<void> {
    return tx.rows(TipIdentityRow).insert(identity);
  }
}
