import { Injectable } from '@nestjs/common';
import type { CommandInput } from '../../../domain/permits/snapshot';
import type { Refusal } from '../../../kernel/refusal';
import { ok, type Result } from '../../../kernel/result';
import { Journal } from '../../../platform/audit/journal';
import type { Tx } from '../../../platform/database/unit-of-work';
import { PermitNews } from '../permit-news';
import { PermitPeople } from '../permit-people';
import type { Act } from '../permit-steps';
import { EvidenceFiles } from './evidence';
import type { CommandHandler, Given } from './handler';

/** `close`: the watch is over and nothing glows. Whoever says that something does calls for help, and the watch goes on. */
@Injectable()
export class ClosePermit implements CommandHandler {
  constructor(
    private readonly evidence: EvidenceFiles,
    private readonly people: PermitPeople,
    private readonly news: PermitNews,
    private readonly journal: Journal,
  ) {}

  input(_tx: Tx, { body }: Given): Result<CommandInput, Refusal> {
    return ok({ residualFire: body.residualFire, photoGiven: body.photoId !== undefined });
  }

  act({ caller, body, at }: Given): Act {
    return async (tx) => {
      const photo = await this.evidence.check(tx, 'photoId', body.photoId, caller.userId);
      if (!photo.ok) return photo;
      const drawn = await this.evidence.check(tx, 'signatureFileId', body.signatureFileId, caller.userId);
      if (!drawn.ok) return drawn;
      const note = body.note?.trim() || null;
      return ok({
        changes: { closedAt: at, closeNote: note, closePhotoId: photo.value?.fileId ?? null, watcherId: null },
        detail: { residualFire: false, photo: photo.value ?? undefined, signature: drawn.value ?? undefined },
      });
    };
  }

  async refused(tx: Tx, { permit, caller, body, at }: Given, refusal: Refusal): Promise<void> {
    if (body.residualFire !== true || refusal.code !== 'permit.not-ready') return;
    const called = [...(await this.people.safetyOfficersOf(tx, permit)), permit.applicantId];
    this.journal.record(
      tx,
      caller,
      at,
      [
        {
          action: 'permit.residual-fire',
          entity: 'permit',
          entityId: permit.id,
          regionCode: permit.regionCode,
          after: {},
        },
      ],
      [this.news.event('permit.residual-fire', permit, called, { place: permit.placeName })],
    );
  }
}
