import { Injectable } from '@nestjs/common';
import { pseudonymOf } from '../../../domain/privacy/erasure';
import type { Instant } from '../../../kernel/time';
import { Journal } from '../../../platform/audit/journal';
import type { Actor } from '../../../platform/auth/caller';
import type { Tx } from '../../../platform/database/unit-of-work';
import { PhotoErasure } from '../../../platform/files/photo-erasure';
import { ForgetAccount } from '../../identity/forget-account';
import { ForgetWelder } from '../../registry/welders/forget-welder';
import { photosOfPerson } from '../retention/due-photos.view';
import { PERSON_PHOTOS } from '../retention/photo-columns';
import { EraseRecords } from './erase-records';
import { ErasureRequestStore, type ErasureRequest } from './erasure-request.store';
import { namesOf } from './erasure-requests.view';

/**
 * Forgets one person: what identifies them is deleted, and what the law has kept goes on under a pseudonym. Nothing leads
 * back. Under the system's scope, in one transaction.
 */
@Injectable()
export class ErasePerson {
  constructor(
    private readonly requests: ErasureRequestStore,
    private readonly accounts: ForgetAccount,
    private readonly welders: ForgetWelder,
    private readonly records: EraseRecords,
    private readonly photos: PhotoErasure,
    private readonly journal: Journal,
  ) {}

  async execute(tx: Tx, request: ErasureRequest, actor: Actor, at: Instant): Promise<void> {
    const { id, welderId, userId, regionCode } = request;
    const pseudonym = pseudonymOf(id);
    const names = await namesOf(tx, request);
    const welder = welderId === null ? NONE : await this.welders.erase(tx, welderId, pseudonym, at);
    const account = userId === null ? null : await this.accounts.erase(tx, userId, pseudonym, at);
    if (userId !== null) await this.welders.erasePin(tx, userId);
    const { welderIds } = welder;
    const userIds = userId === null ? [] : [userId];
    const phoneHashes = [...welder.phoneHashes, ...(account === null ? [] : [account])];
    // before the records, because they say which photos are the person's
    const named = await this.photos.namedOnlyBy(PERSON_PHOTOS);
    const photos = await this.photos.erase(tx, await photosOfPerson(tx, named, { userIds, welderIds }), at);
    const cards = await this.records.erase(tx, { userIds, welderIds, phoneHashes, names }, pseudonym);
    await this.requests.change(tx, id, { state: 'done', doneAt: at });
    const done = { action: 'person.erased', entity: 'erasure-request', entityId: id, regionCode };
    this.journal.record(tx, actor, at, [{ ...done, after: { records: welderIds.length, cards, photos } }]);
  }
}

const NONE = { welderIds: [], phoneHashes: [] };
