import { Injectable } from '@nestjs/common';
import { closingFault, latestEnd, openFault, outageFault, type Outage } from '../../domain/outages/outage';
import { conflict, forbidden, notFound, wrongField, type Refusal } from '../../kernel/refusal';
import { isWithin } from '../../kernel/region-code';
import { ok, refused, type Result } from '../../kernel/result';
import { instantOf } from '../../kernel/rfc3339';
import { HOUR, type Instant, isoTime } from '../../kernel/time';
import { Journal } from '../../platform/audit/journal';
import type { Request } from '../../platform/auth/request';
import { systemScope } from '../../platform/database/scope';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { toPage, type PageQuery } from '../../platform/http/page';
import { Ids } from '../../platform/time/ids';
import { RegionsReader } from '../regions/regions.reader';
import { RulesReader } from '../rules/rules.reader';
import type { DeclareOutageRequest, OutagePage, OutageView } from './outage.dto';
import { OutageStore } from './outage.store';
import { PaperStore } from './paper.store';

/** Outages that a regulator declares, and the list of all. Who declares one answers for it by name and reason. */
@Injectable()
export class DeclareOutage {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly outages: OutageStore,
    private readonly papers: PaperStore,
    private readonly regions: RegionsReader,
    private readonly rules: RulesReader,
    private readonly journal: Journal,
    private readonly ids: Ids,
  ) {}

  async execute({ caller, at }: Request, body: DeclareOutageRequest): Promise<Result<OutageView, Refusal>> {
    const own = caller.scope.kind === 'region' ? caller.scope.regionCode : null;
    const regionCode = body.regionCode ?? own;
    if (own === null || regionCode === null || !isWithin(regionCode, own))
      return refused(forbidden('outage.outside-region'));
    const longestHours = this.rules.book().value<number>('outage.longest-hours', {}, at);
    const from = instantOf(body.from);
    const open = body.to === undefined;
    const outage: Outage = {
      ...{ id: this.ids.next(at), source: 'declared', regionCode, reason: body.reason.trim(), open, from },
      to: body.to === undefined ? latestEnd(from, longestHours) : instantOf(body.to),
    };
    const limits = { longestHours, entryHours: this.entryHours(at) };
    const fault = open ? openFault(from, longestHours, at) : outageFault(outage, limits, at);
    if (fault) return refused(wrongField(open ? 'from' : 'to', fault, { hours: longestHours }));
    return this.uow.run(caller.scope, async (tx): Promise<Result<OutageView, Refusal>> => {
      if (regionCode !== '' && !(await this.regions.exists(tx, regionCode)))
        return refused(wrongField('regionCode', 'region.unknown'));
      await this.outages.insert(tx, outage, caller.userId, at);
      const { id: entityId, ...after } = outage;
      this.journal.record(tx, caller, at, [
        { action: 'outage.declared', entity: 'outage', entityId, regionCode, after },
      ]);
      return ok(this.toView(outage, at));
    });
  }

  /** Says when an outage ended that was declared while it went on. */
  close({ caller, at }: Request, id: string, to: string | undefined): Promise<Result<OutageView, Refusal>> {
    const own = caller.scope.kind === 'region' ? caller.scope.regionCode : null;
    return this.uow.run(systemScope('outages'), async (tx): Promise<Result<OutageView, Refusal>> => {
      const outage = await this.outages.lock(tx, id);
      if (!outage || own === null || !isWithin(outage.regionCode, own)) return refused(notFound('outage.unknown'));
      const end = to === undefined ? at : instantOf(to);
      const fault = closingFault(outage, { end, lastPaper: await this.papers.lastEndOf(tx, id) }, at);
      if (fault === 'outage.closed-before') return refused(conflict(fault));
      if (fault) return refused(wrongField('to', fault));
      await this.outages.close(tx, id, end, caller.userId, at);
      const { regionCode } = outage;
      const entry = { action: 'outage.closed', entity: 'outage', entityId: id, regionCode };
      this.journal.record(tx, caller, at, [
        { ...entry, before: { to: outage.to, open: true }, after: { to: end, open: false } },
      ]);
      return ok(this.toView({ ...outage, to: end, open: false }, at));
    });
  }

  /** The same for everybody: people who worked on paper must know until when it can be entered. */
  async list({ caller, at }: Request, { limit, cursor }: PageQuery): Promise<OutagePage> {
    const regionCode = caller.scope.kind === 'region' ? caller.scope.regionCode : (caller.regionCode ?? '');
    const rows = await this.uow.run(caller.scope, (tx) => this.outages.list(tx, { regionCode, limit, cursor }));
    const page = toPage(rows, limit, ({ id }) => id);
    return { ...page, items: page.items.map((one) => this.toView(one, at)) };
  }

  private entryHours(at: Instant): number {
    return this.rules.book().value<number>('paper.entry-hours', {}, at);
  }

  private toView({ id, source, regionCode, from, to, open, reason }: Outage, at: Instant): OutageView {
    const enterUntil = isoTime(to + this.entryHours(at) * HOUR);
    const shown = { id, source, regionCode: regionCode || null, open: open && at < to, reason };
    return { ...shown, from: isoTime(from), to: isoTime(to), enterUntil };
  }
}
