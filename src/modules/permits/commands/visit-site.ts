import { Injectable } from '@nestjs/common';
import type { CommandInput } from '../../../domain/permits/snapshot';
import type { Refusal } from '../../../kernel/refusal';
import { ok, type Result } from '../../../kernel/result';
import type { Tx } from '../../../platform/database/unit-of-work';
import { Ids } from '../../../platform/time/ids';
import { PermitRecordStore } from '../permit-record.store';
import type { Act } from '../permit-steps';
import { EvidenceFiles } from './evidence';
import type { CommandHandler, Given } from './handler';
import { metresFromPlace, positionOf } from './position';

/** `site-visit`: an approver was there and saw it. */
@Injectable()
export class VisitSite implements CommandHandler {
  constructor(
    private readonly records: PermitRecordStore,
    private readonly evidence: EvidenceFiles,
    private readonly ids: Ids,
  ) {}

  input(_tx: Tx, { body, permit }: Given): Result<CommandInput, Refusal> {
    return ok({ metresFromPlace: metresFromPlace(body, permit) });
  }

  act({ caller, body, permit, at }: Given): Act {
    return async (tx) => {
      const photo = await this.evidence.check(tx, 'photoId', body.photoId, caller.userId);
      if (!photo.ok) return photo;
      const visit = {
        id: this.ids.next(at),
        userId: caller.userId,
        round: permit.round,
        position: positionOf(body)!,
        accuracyM: body.accuracyM ?? null,
        photoId: photo.value?.fileId ?? null,
      };
      this.records.visit(tx, permit.id, visit, at);
      return ok({ detail: { photo: photo.value ?? undefined } });
    };
  }
}
