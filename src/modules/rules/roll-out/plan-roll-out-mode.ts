import { Injectable } from '@nestjs/common';
import { succeed } from '../../../domain/rules/succession';
import { conflict, wrongField, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { isoTime } from '../../../kernel/time';
import { instantOf } from '../../../kernel/rfc3339';
import { Journal } from '../../../platform/audit/journal';
import type { Request } from '../../../platform/auth/request';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Ids } from '../../../platform/time/ids';
import { RegionsReader } from '../../regions/regions.reader';
import { meantRegion } from '../reach';
import { modeAudit, modeChanged, toModeView, type PlannedMode } from './planned-mode';
import type { PlanModeRequest, RollOutModeView } from './roll-out-mode.dto';
import { RollOutModeStore } from './roll-out-mode.store';

/** Sets ahead of its date how strictly a topic is checked in a region: recorded, warned of, enforced. */
@Injectable()
export class PlanRollOutMode {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly modes: RollOutModeStore,
    private readonly regions: RegionsReader,
    private readonly journal: Journal,
    private readonly ids: Ids,
  ) {}

  async execute({ caller, at }: Request, body: PlanModeRequest): Promise<Result<RollOutModeView, Refusal>> {
    return this.uow.run(caller.scope, async (tx): Promise<Result<RollOutModeView, Refusal>> => {
      const region = await meantRegion(tx, caller, this.regions, body.regionCode);
      if (!region.ok) return region;
      const mode: PlannedMode = {
        id: this.ids.next(at),
        regionCode: region.value,
        topic: body.topic,
        mode: body.mode,
        validFrom: instantOf(body.validFrom),
        validTo: null,
      };
      const succession = succeed(await this.modes.lockVersions(tx, mode.regionCode, mode.topic), mode, at);
      if (!succession.ok) return refused(tooLate(succession.with));
      const { ends } = succession;
      if (ends) await this.modes.endAt(tx, ends.id, mode.validFrom);
      await this.modes.insert(tx, mode);
      this.journal.record(
        tx,
        caller,
        at,
        [modeAudit('mode.planned', mode, { before: ends, after: mode })],
        [modeChanged(mode)],
      );
      return ok(toModeView(mode, at));
    });
  }
}

const tooLate = (rival: PlannedMode | null): Refusal =>
  rival
    ? conflict('mode.overlaps', { params: { from: isoTime(rival.validFrom) }, extra: { modeId: rival.id } })
    : wrongField('validFrom', 'mode.not-ahead');
