import { Injectable } from '@nestjs/common';
import { needsReason } from '../../../domain/roll-out/enforce-gate';
import { succeed } from '../../../domain/rules/succession';
import { conflict, wrongField, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { isoTime, type Instant } from '../../../kernel/time';
import { instantOf } from '../../../kernel/rfc3339';
import { Journal } from '../../../platform/audit/journal';
import type { Request } from '../../../platform/auth/request';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Ids } from '../../../platform/time/ids';
import { RegionsReader } from '../../regions/regions.reader';
import { RulesReader } from '../rules.reader';
import { meantRegion } from '../reach';
import { modeAudit, modeChanged, toModeView, type PlannedMode } from './planned-mode';
import type { PlanModeRequest, RollOutModeView } from './roll-out-mode.dto';
import { RollOutForecast, type ForeseenMode } from './roll-out-forecast.port';
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
    private readonly rules: RulesReader,
    private readonly forecast: RollOutForecast,
  ) {}

  async execute(request: Request, body: PlanModeRequest): Promise<Result<RollOutModeView, Refusal>> {
    const region = await this.uow.run(request.caller.scope, (tx) =>
      meantRegion(tx, request.caller, this.regions, body.regionCode),
    );
    if (!region.ok) return region;
    const mode = this.modeOf(request, body, region.value);
    const foreseen = mode.mode === 'enforce' ? await this.forecast.foreseeMode(mode, mode.validFrom, request.at) : null;
    if (foreseen && mode.reason === null && this.tooMany(mode, foreseen, request.at))
      return refused(reasonAsked(foreseen));
    return this.save(request, { ...mode, foreseen });
  }

  private modeOf({ caller, at }: Request, { topic, mode, validFrom, reason }: PlanModeRequest, regionCode: string) {
    const time = { validFrom: instantOf(validFrom), validTo: null };
    const signed = reason?.trim()
      ? { reason: reason.trim(), signedBy: caller.userId }
      : { reason: null, signedBy: null };
    return { id: this.ids.next(at), regionCode, topic, mode, ...time, ...signed };
  }

  private tooMany({ mode, regionCode }: Omit<PlannedMode, 'foreseen'>, foreseen: ForeseenMode, at: Instant): boolean {
    if (foreseen.newlyRefused === 0) return false;
    const mostPercent = this.rules.book().value<number>('roll-out.honest-refused-percent', { regionCode }, at);
    return needsReason({ ...foreseen, mode, mostPercent });
  }

  private save({ caller, at }: Request, mode: PlannedMode): Promise<Result<RollOutModeView, Refusal>> {
    return this.uow.run(caller.scope, async (tx): Promise<Result<RollOutModeView, Refusal>> => {
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

const reasonAsked = ({ scans, newlyRefused }: ForeseenMode): Refusal =>
  wrongField('reason', 'mode.needs-reason', { scans, refused: newlyRefused });

const tooLate = (rival: PlannedMode | null): Refusal =>
  rival
    ? conflict('mode.overlaps', { params: { from: isoTime(rival.validFrom) }, extra: { modeId: rival.id } })
    : wrongField('validFrom', 'mode.not-ahead');
