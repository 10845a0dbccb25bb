import { Injectable } from '@nestjs/common';
import type { CommandInput } from '../../../domain/permits/snapshot';
import type { Refusal } from '../../../kernel/refusal';
import { ok, type Result } from '../../../kernel/result';
import type { Tx } from '../../../platform/database/unit-of-work';
import { Ids } from '../../../platform/time/ids';
import { PermitPeople } from '../permit-people';
import { PermitRecordStore, type WatchRecordKind } from '../permit-record.store';
import type { Act } from '../permit-steps';
import { PermitStore, type PermitChanges } from '../permit.store';
import { EvidenceFiles, type Evidence } from './evidence';
import type { CommandHandler, Given } from './handler';
import { metresFromPlace, positionOf } from './position';

/** Writes the watcher's coming, presence and going. */
@Injectable()
export class WatchBook {
  constructor(
    private readonly records: PermitRecordStore,
    private readonly evidence: EvidenceFiles,
    private readonly ids: Ids,
  ) {}

  /** With the photo's proof, for the audit trail. */
  async write(
    tx: Tx,
    { permit, caller, body, at }: Given,
    kind: WatchRecordKind,
  ): Promise<Result<Evidence | null, Refusal>> {
    const photo = await this.evidence.check(tx, 'photoId', body.photoId, caller.userId);
    if (!photo.ok) return photo;
    const record = { id: this.ids.next(at), kind, userId: caller.userId, position: positionOf(body) };
    this.records.watch(tx, permit.id, { ...record, photoId: photo.value?.fileId ?? null }, at);
    return photo;
  }
}

/** `fire-watch-on` and `substitute-watch`: somebody free and qualified takes the place. */
@Injectable()
export class TakeUpWatch implements CommandHandler {
  constructor(
    private readonly people: PermitPeople,
    private readonly permits: PermitStore,
    private readonly book: WatchBook,
  ) {}

  async input(tx: Tx, { permit, caller, body }: Given): Promise<Result<CommandInput, Refusal>> {
    return ok({
      watcher: await this.people.watcherFacts(tx, permit, caller),
      metresFromPlace: metresFromPlace(body, permit),
    });
  }

  act(given: Given): Act {
    return async (tx, { step, permit }) => {
      const kind = step === 'substitute-watch' ? 'substitute' : 'on';
      const photo = await this.book.write(tx, given, kind);
      if (!photo.ok) return photo;
      if (permit.extendsId !== null) this.permits.unbindWatcher(tx, permit.extendsId, given.caller.userId);
      const changes: PermitChanges = {
        fireWatchId: given.caller.userId,
        watcherId: given.caller.userId,
        watchOnAt: kind === 'substitute' ? given.at : (permit.watchOnAt ?? given.at),
        tappedAt: given.at,
        tapMissedAt: null,
      };
      return ok({
        changes,
        detail: { watcher: given.caller.userId, before: permit.fireWatchId, photo: photo.value ?? undefined },
      });
    };
  }
}

/** `watch-tap`: "I am here". */
@Injectable()
export class TapWatch implements CommandHandler {
  constructor(private readonly book: WatchBook) {}

  act(given: Given): Act {
    return async (tx) => {
      const written = await this.book.write(tx, given, 'tap');
      return written.ok ? ok({ changes: { tappedAt: given.at, tapMissedAt: null } }) : written;
    };
  }
}

/** `fire-watch-off`: without a watcher nothing burns. */
@Injectable()
export class LeaveWatch implements CommandHandler {
  constructor(private readonly book: WatchBook) {}

  act(given: Given): Act {
    return async (tx, { permit }, to) => {
      const written = await this.book.write(tx, given, 'off');
      if (!written.ok) return written;
      const suspends = permit.state === 'active' && to === 'suspended';
      const changes: PermitChanges = {
        watcherId: null,
        watchOnAt: null,
        tapMissedAt: null,
        ...(suspends && { suspendedAt: given.at, suspendReason: 'watcher-gone' }),
      };
      return ok({ changes, detail: { reason: given.body.reason?.trim() } });
    };
  }
}
