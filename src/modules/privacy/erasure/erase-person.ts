import { Injectable } from '@nestjs/common';
import { pseudonymOf } from '../../../domain/privacy/erasure';
import type { Instant } from '../../../kernel/time';
import { Journal } from '../../../platform/audit/journal';
import type { Actor } from '../../../platform/auth/caller';
import type { Tx } from '../../../platform/database/unit-of-work';
import { PhotoErasure } from '../../../platform/files/photo-erasure';
import { ForgetCards } from '../../certificates/forget-cards';
import { ForgetCollected } from '../../collection/forget-collected';
import { ForgetAccount } from '../../identity/forget-account';
import { ForgetRows } from '../../imports/forget-rows';
import { ForgetJobPlaces } from '../../jobs/forget-job-places';
import { ForgetReceiver } from '../../notices/send/forget-receiver';
import { ForgetSigner } from '../../permits/people/forget-signer';
import { ForgetRegistrations } from '../../registrations/forget-registrations';
import { ForgetWelder } from '../../registry/welders/forget-welder';
import { ForgetAccused } from '../../supervision/forget-accused';
import { ForgetAttendances } from '../../training/sessions/forget-attendances';
import { photosOfPerson } from '../retention/due-photos.view';
import { PERSON_PHOTOS } from '../retention/photo-columns';
import { ErasureRequestStore, type ErasureRequest } from './erasure-request.store';
import { namesOf } from './erasure-requests.view';

/**
 * Forgets one person: what identifies them is deleted, and what the law has kept goes on under a pseudonym. Each feature
 * erases its own; nothing leads back. Under the system's scope, in one transaction.
 */
@Injectable()
export class ErasePerson {
  constructor(
    private readonly requests: ErasureRequestStore,
    private readonly accounts: ForgetAccount,
    private readonly welders: ForgetWelder,
    private readonly cards: ForgetCards,
    private readonly registrations: ForgetRegistrations,
    private readonly collected: ForgetCollected,
    private readonly rows: ForgetRows,
    private readonly attendances: ForgetAttendances,
    private readonly signers: ForgetSigner,
    private readonly jobPlaces: ForgetJobPlaces,
    private readonly accused: ForgetAccused,
    private readonly receivers: ForgetReceiver,
    private readonly photos: PhotoErasure,
    private readonly journal: Journal,
  ) {}

  async execute(tx: Tx, request: ErasureRequest, actor: Actor, at: Instant): Promise<void> {
    const pseudonym = pseudonymOf(request.id);
    const names = await namesOf(tx, request);
    const traces = request.welderId === null ? NONE : await this.welders.erase(tx, request.welderId, pseudonym, at);
    const { welderIds } = traces;
    const userIds = request.userId === null ? [] : [request.userId];
    const accountPhones: string[] = [];
    for (const userId of userIds) {
      const phoneHash = await this.accounts.erase(tx, userId, pseudonym, at);
      if (phoneHash !== null) accountPhones.push(phoneHash);
      await this.welders.erasePin(tx, userId);
    }
    const named = await this.photos.namedOnlyBy(PERSON_PHOTOS);
    const photos = await this.photos.erase(tx, await photosOfPerson(tx, named, { userIds, welderIds }), at);
    const cardIds = await this.cards.erase(tx, welderIds);
    await this.registrations.erase(tx, { userIds, welderIds }, pseudonym);
    await this.collected.erase(tx, welderIds);
    await this.rows.erase(tx, [...welderIds, ...cardIds], pseudonym);
    await this.attendances.erase(tx, welderIds);
    await this.signers.erase(tx, userIds, [...traces.phoneHashes, ...accountPhones], pseudonym);
    await this.jobPlaces.ofWelders(tx, welderIds);
    await this.accused.erase(tx, { userIds, welderIds, names }, pseudonym);
    await this.receivers.erase(tx, userIds, names, pseudonym);
    await this.requests.change(tx, request.id, { state: 'done', doneAt: at });
    const done = {
      action: 'person.erased',
      entity: 'erasure-request',
      entityId: request.id,
      regionCode: request.regionCode,
    };
    this.journal.record(tx, actor, at, [
      { ...done, after: { records: welderIds.length, cards: cardIds.length, photos } },
    ]);
  }
}

const NONE = { welderIds: [], phoneHashes: [] };
