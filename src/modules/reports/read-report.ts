import { Injectable } from '@nestjs/common';
import {
  lastComplete,
  periodNamed,
  readyAt,
  type ReportKind,
  type ReportPeriod,
} from '../../domain/reports/report-period';
import { conflict, notFound, wrongField, type Refusal } from '../../kernel/refusal';
import { ok, refused, type Result } from '../../kernel/result';
import { isoTime } from '../../kernel/time';
import type { Request } from '../../platform/auth/request';
import { systemScope } from '../../platform/database/scope';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { toPage } from '../../platform/http/page';
import { reachOf } from '../inventory/reach';
import { ReportKeeper } from './report-keeper';
import { ReportMaker } from './report-maker';
import { ReportStore } from './report.store';
import type { Report, ReportListPage, ReportListQuery } from './report.dto';
import { handedIn } from './reports.view';

export interface AskedReport {
  readonly kind: ReportKind;
  readonly period?: string | undefined;
  readonly regionCode?: string | undefined;
}

interface Found {
  readonly period: ReportPeriod;
  readonly region: string;
}

/** A report as it was handed in; where it was not, counted now. */
@Injectable()
export class ReadReport {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly maker: ReportMaker,
    private readonly store: ReportStore,
    private readonly keeper: ReportKeeper,
  ) {}

  async execute(request: Request, asked: AskedReport): Promise<Result<Report, Refusal>> {
    const found = whatIsAsked(request, asked);
    if (!found.ok) return found;
    const { period, region } = found.value;
    return this.uow.run(systemScope('report'), async (tx) => {
      const stored = await this.store.ofPeriod(tx, period.kind, region, period.name);
      if (stored) return ok({ ...stored.content, id: stored.id });
      return ok({ ...(await this.maker.make(tx, period, region, request.at)), id: null });
    });
  }

  /** 定稿: from then on its numbers stay. Asked twice, it is the same report. */
  async handIn(request: Request, asked: AskedReport): Promise<Result<Report, Refusal>> {
    const found = whatIsAsked(request, asked);
    if (!found.ok) return found;
    const { period, region } = found.value;
    const { caller, at } = request;
    if (at < readyAt(period)) return refused(conflict('report.period-runs'));
    return this.uow.run(systemScope('report'), async (tx) => {
      const { id, content } = await this.keeper.keep(tx, period, region, caller, at);
      return ok({ ...content, id });
    });
  }

  async one({ caller }: Request, id: string): Promise<Result<Report, Refusal>> {
    const report = await this.uow.run(caller.scope, (tx) => this.store.find(tx, id));
    return report ? ok({ ...report.content, id }) : refused(notFound('report.not-found'));
  }

  async list({ caller }: Request, { kind, limit, cursor }: ReportListQuery): Promise<ReportListPage> {
    const rows = await this.uow.run(caller.scope, (tx) => handedIn(tx, kind ?? null, cursor ?? null, limit));
    const { items, nextCursor } = toPage(rows, limit, ({ id }) => id);
    return { items: items.map((row) => ({ ...row, madeAt: isoTime(row.madeAt) })), nextCursor };
  }
}

function whatIsAsked({ caller, at }: Request, { kind, period, regionCode }: AskedReport): Result<Found, Refusal> {
  const reach = reachOf(caller, regionCode ?? null);
  if (!reach.ok) return reach;
  const found = period === undefined ? lastComplete(kind, at) : periodNamed(kind, period);
  if (!found || found.from > at)
    return refused(wrongField(kind === 'weekly' ? 'week' : 'month', 'report.no-such-period'));
  return ok({ period: found, region: reach.value.from });
}
