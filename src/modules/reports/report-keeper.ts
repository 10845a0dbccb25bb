import { Injectable } from '@nestjs/common';
import type { ReportPeriod } from '../../domain/reports/report-period';
import type { RegionCode } from '../../kernel/region-code';
import type { Instant } from '../../kernel/time';
import { Journal } from '../../platform/audit/journal';
import type { Actor } from '../../platform/auth/caller';
import type { Tx } from '../../platform/database/unit-of-work';
import { Ids } from '../../platform/time/ids';
import { ReportMaker } from './report-maker';
import { ReportStore, type StoredReport } from './report.store';

/** 定稿: hands a period that is over in. From then on its numbers stay; handed in before, it is the same report. */
@Injectable()
export class ReportKeeper {
  constructor(
    private readonly maker: ReportMaker,
    private readonly store: ReportStore,
    private readonly journal: Journal,
    private readonly ids: Ids,
  ) {}

  async keep(tx: Tx, period: ReportPeriod, regionCode: RegionCode, actor: Actor, at: Instant): Promise<StoredReport> {
    const { kind, name } = period;
    const before = await this.store.ofPeriod(tx, kind, regionCode, name);
    if (before) return before;
    const content = await this.maker.make(tx, period, regionCode, at);
    const id = this.ids.next(at);
    const report = { id, kind, period: name, regionCode, madeAt: at, madeBy: actor.userId, content };
    // two may have counted at the same time: the first one holds
    if (!(await this.store.insertNew(tx, report))) return (await this.store.ofPeriod(tx, kind, regionCode, name))!;
    const after = { kind, period: name };
    this.journal.record(tx, actor, at, [
      { action: 'report.hand-in', entity: 'report', entityId: id, regionCode, after },
    ]);
    return report;
  }
}
