import { Injectable } from '@nestjs/common';
import { isRepeat, looksBack, monthsBefore, type OffenderKind, type RepeatRule } from '../../domain/oversight/repeat-offender'; // prettier-ignore
import { notFound, type Refusal } from '../../kernel/refusal';
import { ok, refused, type Result } from '../../kernel/result';
import { isoTime, type Instant } from '../../kernel/time';
import type { Request } from '../../platform/auth/request';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work';
import { toPage } from '../../platform/http/page';
import { reachOf } from '../inventory/reach';
import { RulesReader } from '../rules/rules.reader';
import { ViolationDetails } from '../supervision/violation-detail.view';
import type { ViolationDetail } from '../supervision/violation.dto';
import { Acting } from './acting.view';
import { LookBack } from './look-back.view';
import { Offenders, type Offender } from './offenders.view';
import type {
  ActingFigures,
  ActingQuery,
  CaseBackground,
  CaseRepeat,
  OffenderPage,
  OffenderQuery,
} from './oversight.dto';

const LOOKED_AT_MONTHS = 12;

/** 屡犯、一案双查、只检查不处理: what a single case does not show. */
@Injectable()
export class ReadOversight {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rules: RulesReader,
    private readonly details: ViolationDetails,
    private readonly offenders: Offenders,
    private readonly back: LookBack,
    private readonly acting: Acting,
  ) {}

  async repeatOffenders({ caller, at }: Request, query: OffenderQuery): Promise<Result<OffenderPage, Refusal>> {
    const reach = reachOf(caller, query.regionCode ?? null);
    if (!reach.ok) return reach;
    const rule = this.repeatRule(query.regionCode ?? caller.regionCode ?? '', at);
    const { kind, limit } = query;
    const { from, to } = reach.value;
    const asked = { kind, times: rule.times, since: monthsBefore(at, rule.months), from, to, limit };
    const rows = await this.uow.run(caller.scope, (tx) =>
      this.offenders.list(tx, { ...asked, after: placeIn(query.cursor) }),
    );
    const page = toPage(rows, limit, ({ confirmed, id }) => `${confirmed}.${id}`);
    return ok({ ...page, items: page.items.map((row) => ({ ...row, lastAt: isoTime(row.lastAt) })), ...rule });
  }

  background(request: Request, id: string): Promise<Result<CaseBackground, Refusal>> {
    return this.uow.run(request.caller.scope, async (tx) => {
      const found = await this.details.find({ ...request, tx }, id);
      if (!found) return refused(notFound('violation.not-found'));
      const until = Date.parse(found.foundAt);
      const rule = this.repeatRule(found.regionCode, request.at);
      const { regionCode } = found;
      const months = this.rules.book().value<number>('supervision.look-back-months', { regionCode }, request.at);
      const asked = { ...found, since: monthsBefore(until, months), until };
      const back = looksBack(found);
      return ok({
        looksBack: back,
        months,
        repeats: await this.repeatsOf(tx, found, rule, until),
        repeatMonths: rule.months,
        visits: back ? (await this.back.visits(tx, asked)).map((one) => ({ ...one, at: isoTime(one.at) })) : [],
        approvals: back ? (await this.back.approvals(tx, asked)).map((one) => ({ ...one, at: isoTime(one.at) })) : [],
      });
    });
  }

  async figures({ caller, at }: Request, { regionCode }: ActingQuery): Promise<Result<ActingFigures, Refusal>> {
    const reach = reachOf(caller, regionCode ?? null);
    if (!reach.ok) return reach;
    const { from, to } = reach.value;
    const since = monthsBefore(at, LOOKED_AT_MONTHS);
    return this.uow.run(caller.scope, async (tx) =>
      ok({
        since: isoTime(since),
        officers: await this.acting.officers(tx, since, from, to),
        towns: await this.acting.towns(tx, since, from, to),
      }),
    );
  }

  private repeatRule(regionCode: string, at: Instant): RepeatRule {
    return this.rules.book().value<RepeatRule>('supervision.repeat-offenders', { regionCode }, at);
  }

  /** This case counts where it is confirmed itself. */
  private async repeatsOf(tx: Tx, found: ViolationDetail, rule: RepeatRule, until: Instant): Promise<CaseRepeat[]> {
    const { enterpriseId, welderId, machineId } = found;
    const subjects: [OffenderKind, string | null][] = [['enterprise', enterpriseId], ['welder', welderId], ['machine', machineId]]; // prettier-ignore
    const repeats: CaseRepeat[] = [];
    for (const [kind, id] of subjects) {
      if (id === null) continue;
      const confirmed = await this.offenders.countOf(tx, kind, id, monthsBefore(until, rule.months), until);
      repeats.push({ kind, id, confirmed, repeat: isRepeat(confirmed, rule) });
    }
    return repeats;
  }
}

/** A cursor that was never ours is the end of all lists. */
function placeIn(cursor: string | undefined): Pick<Offender, 'confirmed' | 'id'> | null {
  if (cursor === undefined) return null;
  const [, confirmed = '0', id = ''] = /^(\d{1,9})\.(\w{1,40})$/.exec(cursor) ?? [];
  return { confirmed: Number(confirmed), id };
}
