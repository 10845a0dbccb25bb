import { Injectable } from '@nestjs/common';
import { explainFinding } from '../../../domain/authorization/explain-finding';
import { needsReason } from '../../../domain/roll-out/enforce-gate';
import type { Cause, Concerned } from '../../../domain/roll-out/forecast';
import { mendersOf } from '../../../domain/roll-out/who-mends';
import type { Language } from '../../../kernel/language';
import type { Refusal } from '../../../kernel/refusal';
import { instantOf } from '../../../kernel/rfc3339';
import { ok, type Result } from '../../../kernel/result';
import { isoTime } from '../../../kernel/time';
import type { Request } from '../../../platform/auth/request';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { RegionsReader } from '../../regions/regions.reader';
import { meantRegion } from '../../rules/reach';
import { RulesReader } from '../../rules/rules.reader';
import { ConcernedView, messageKey } from './concerned.view';
import { ForeseeMode, type ForeseenDays } from './foresee-mode';
import type { ForeseenCause, ForeseenSubject, PreviewModeRequest, RollOutPreview } from './forecast.dto';

/** A page of names; who reads on narrows the region. */
const MOST_NAMES = 200;

/** "Tomorrow n of m scans here would have been refused, for these reasons": before a mode is planned. */
@Injectable()
export class PreviewMode {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly regions: RegionsReader,
    private readonly rules: RulesReader,
    private readonly foresee: ForeseeMode,
    private readonly concerned: ConcernedView,
  ) {}

  async execute(request: Request, body: PreviewModeRequest): Promise<Result<RollOutPreview, Refusal>> {
    const { caller, at, language } = request;
    const region = await this.uow.run(caller.scope, (tx) => meantRegion(tx, caller, this.regions, body.regionCode));
    if (!region.ok) return region;
    const planned = { topic: body.topic, mode: body.mode, regionCode: region.value };
    const days = await this.foresee.foreseeDays(planned, instantOf(body.validFrom), at);
    const { scans, refusedThen, refused, newlyRefused } = days.forecast;
    const mostPercent = this.rules.book().value<number>('roll-out.honest-refused-percent', planned, at);
    return ok({
      regionCode: region.value || null,
      since: isoTime(days.since),
      until: isoTime(days.until),
      complete: days.complete,
      ...{ scans, refusedThen, refused, newlyRefused, mostPercent },
      needsReason: needsReason({ mode: body.mode, scans, newlyRefused, mostPercent }),
      causes: days.forecast.causes.map((cause) => causeShown(cause, language)),
      concerned: await this.named(days),
    });
  }

  private async named({ forecast }: ForeseenDays): Promise<ForeseenSubject[]> {
    const most = forecast.concerned.slice(0, MOST_NAMES);
    const ids = most.map(({ subject }) => subject.id);
    const [names, told] = await this.uow.run(systemScope('roll-out-forecast'), async (tx) => [
      await this.concerned.named(tx, ids),
      new Map((await this.concerned.lastMessages(tx, ids)).map((one) => [messageKey(one.code, one.subjectId), one.at])),
    ]);
    const shown = ({ code, subject, scans }: Concerned): ForeseenSubject => {
      const known = names.get(subject.id);
      const toldAt = told.get(messageKey(code, subject.id));
      return {
        ...{ code, ...subject, scans, menders: [...mendersOf(code)] },
        name: known?.name ?? subject.id,
        enterpriseName: subject.kind === 'enterprise' ? null : (known?.enterpriseName ?? null),
        toldAt: toldAt === undefined ? null : isoTime(toldAt),
      };
    };
    return most.map(shown);
  }
}

const causeShown = ({ code, example, refused, newlyRefused }: Cause, language: Language): ForeseenCause => {
  const { message, remedy } = explainFinding(example, language);
  return { code, message, remedy, refused, newlyRefused };
};
