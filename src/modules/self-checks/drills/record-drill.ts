import { Injectable } from '@nestjs/common';
import { faultOfDrill } from '../../../domain/self-checks/drill';
import { forbidden, wrongField, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { shanghaiDate } from '../../../kernel/time';
import { readTyped } from '../../../kernel/typed-text';
import { Journal } from '../../../platform/audit/journal';
import type { Call, Request } from '../../../platform/auth/request';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { OwnPhotos } from '../../../platform/files/own-photos';
import { toPage } from '../../../platform/http/page';
import { Ids } from '../../../platform/time/ids';
import { RegistryReader } from '../../registry/registry.reader';
import type { DrillDutyPage, DrillDutyQuery, DrillPage, DrillQuery, DrillView, RecordDrillRequest } from './drill.dto';
import { DrillStore, type Drill } from './drill.store';
import { DrillViews } from './drills.view';
import { OweDrills } from './owe-drills';

/** A drill as it was held, and when the next one is due. */
@Injectable()
export class RecordDrill {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly drills: DrillStore,
    private readonly views: DrillViews,
    private readonly owe: OweDrills,
    private readonly registry: RegistryReader,
    private readonly photos: OwnPhotos,
    private readonly journal: Journal,
    private readonly ids: Ids,
  ) {}

  list({ caller }: Request, query: DrillQuery): Promise<DrillPage> {
    return this.uow.run(caller.scope, async (tx) =>
      toPage(await this.views.list(tx, query), query.limit, ({ id }) => id),
    );
  }

  duties({ caller, at }: Request, query: DrillDutyQuery): Promise<DrillDutyPage> {
    return this.uow.run(caller.scope, async (tx) =>
      toPage(await this.views.duties(tx, shanghaiDate(at), query), query.limit, ({ enterpriseId }) => enterpriseId),
    );
  }

  execute(request: Request, body: RecordDrillRequest): Promise<Result<DrillView, Refusal>> {
    const { caller, at } = request;
    const { enterpriseId } = caller;
    return this.uow.attempt(caller.scope, async (tx): Promise<Result<DrillView, Refusal>> => {
      if (enterpriseId === null) return refused(forbidden('drill.own-firm-only'));
      const typed = { shortcomings: readTyped(body.shortcomings ?? ''), remedies: readTyped(body.remedies ?? '') };
      const wrong = faultOfDrill({ heldOn: body.heldOn, ...typed }, at);
      if (wrong) return refused(wrongField(wrong.field, wrong.fault));
      if (!(await this.photos.areOf(tx, caller, body.photoIds)))
        return refused(wrongField('photoIds', 'violation.photo-unknown'));
      const firm = (await this.registry.enterpriseById(tx, enterpriseId))!;
      const drill: Drill = {
        ...{ id: this.ids.next(at), enterpriseId, regionCode: firm.regionCode, kind: body.kind, heldOn: body.heldOn },
        ...{ place: readTyped(body.place), course: readTyped(body.course), headCount: body.headCount },
        ...{ people: (body.people ?? []).map(readTyped), photoIds: body.photoIds, ...typed },
        ...{ nextDueOn: this.owe.nextAfter(body.heldOn, firm, at), recordedBy: caller.userId, recordedAt: at },
      };
      await this.drills.insert(tx, drill);
      await this.settleDuty({ ...request, tx }, drill);
      const { id: entityId, regionCode, kind, heldOn, headCount, nextDueOn } = drill;
      const entry = { action: 'drill.recorded', entity: 'drill', entityId, regionCode };
      this.journal.record(tx, caller, at, [{ ...entry, after: { kind, heldOn, headCount, nextDueOn } }]);
      return ok(await this.views.one(tx, entityId));
    });
  }

  /** An older drill that is entered later moves no date back. */
  private async settleDuty({ tx }: Call, { enterpriseId, regionCode, heldOn, nextDueOn }: Drill): Promise<void> {
    const held = { lastHeldOn: heldOn, dueOn: nextDueOn };
    if (await this.drills.openDuty(tx, { enterpriseId, regionCode, ...held })) return;
    const duty = (await this.drills.lockDuty(tx, enterpriseId))!;
    if (duty.lastHeldOn === null || duty.lastHeldOn < heldOn) await this.drills.changeDuty(tx, enterpriseId, held);
  }
}
